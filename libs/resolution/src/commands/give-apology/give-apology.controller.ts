import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { Changes, type CommandRequest, CurrentCommand, IdPath, toEnvelope, toldLate } from '#kernel/http';
import type { Receipt } from '#kernel/ledger';
import { GiveApology } from './give-apology.command.js';
import { GiveApologyRequest } from './give-apology.request.js';

@ApiTags('resolution cases')
@Controller('v1/resolution-cases/:id/apology')
export class GiveApologyController {
  constructor(private readonly commands: CommandBus) {}

  @ApiOperation({ summary: 'Record an apology' })
  @Post()
  @Allow('resolution-case.apologize')
  @Changes()
  give(
    @Param() { id }: IdPath,
    @Body() body: GiveApologyRequest,
    @CurrentCommand() request: CommandRequest,
  ): Promise<Receipt> {
    const { told, extra } = toldLate(body);
    return this.commands.execute(new GiveApology(id, told, toEnvelope(request, extra)));
  }
}
