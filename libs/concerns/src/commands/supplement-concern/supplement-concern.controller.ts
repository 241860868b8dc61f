import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { Changes, type CommandRequest, CurrentCommand, IdPath, toEnvelope } from '#kernel/http';
import type { Receipt } from '#kernel/ledger';
import { SupplementConcern } from './supplement-concern.command.js';
import { SupplementConcernRequest } from './supplement-concern.request.js';

@ApiTags('concerns')
@Controller('v1/concerns/:id/supplements')
export class SupplementConcernController {
  constructor(private readonly commands: CommandBus) {}

  @ApiOperation({ summary: 'Add words to a concern, beside the first ones, which stay' })
  @Post()
  @Allow('concern.follow-up')
  @Changes()
  supplement(
    @Param() { id }: IdPath,
    @Body() body: SupplementConcernRequest,
    @CurrentCommand() request: CommandRequest,
  ): Promise<Receipt> {
    return this.commands.execute(new SupplementConcern(id, body, toEnvelope(request)));
  }
}
