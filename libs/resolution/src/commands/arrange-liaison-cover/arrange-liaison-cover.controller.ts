import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { Changes, type CommandRequest, CurrentCommand, IdPath, toEnvelope } from '#kernel/http';
import type { Receipt } from '#kernel/ledger';
import { ArrangeLiaisonCover } from './arrange-liaison-cover.command.js';
import { ArrangeLiaisonCoverRequest, toCover } from './arrange-liaison-cover.request.js';

@ApiTags('resolution cases')
@Controller('v1/resolution-cases/:id/liaison-cover')
export class ArrangeLiaisonCoverController {
  constructor(private readonly commands: CommandBus) {}

  @ApiOperation({ summary: 'Say whom patient and family can reach while the liaison is away' })
  @Post()
  @Allow('resolution-case.decide-people')
  @Changes()
  arrange(
    @Param() { id }: IdPath,
    @Body() body: ArrangeLiaisonCoverRequest,
    @CurrentCommand() request: CommandRequest,
  ): Promise<Receipt> {
    return this.commands.execute(new ArrangeLiaisonCover(id, toCover(body), toEnvelope(request)));
  }
}
