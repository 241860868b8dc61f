import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { Changes, type CommandRequest, CurrentCommand, IdPath, toEnvelope, toldLate } from '#kernel/http';
import type { Receipt } from '#kernel/ledger';
import { TakeUrgentAction } from './take-urgent-action.command.js';
import { TakeUrgentActionRequest } from './take-urgent-action.request.js';

@ApiTags('concerns')
@Controller('v1/concerns/:id/urgent-action')
export class TakeUrgentActionController {
  constructor(private readonly commands: CommandBus) {}

  @ApiOperation({ summary: 'Record what was done at once' })
  @Post()
  @Allow('concern.take-urgent-action')
  @Changes()
  act(
    @Param() { id }: IdPath,
    @Body() body: TakeUrgentActionRequest,
    @CurrentCommand() request: CommandRequest,
  ): Promise<Receipt> {
    const { told, extra } = toldLate(body);
    return this.commands.execute(new TakeUrgentAction(id, told, toEnvelope(request, extra)));
  }
}
