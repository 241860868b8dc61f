import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import {
  AddsPart,
  type CommandRequest,
  CurrentCommand,
  IdPath,
  type PartReceipt,
  toEnvelope,
  toldLate,
} from '#kernel/http';
import { FollowUpRequest, toConversation } from '../../resolution-case/conversation.request.js';
import { HoldFollowUp } from './hold-follow-up.command.js';

@ApiTags('resolution cases')
@Controller('v1/resolution-cases/:id/follow-ups')
export class HoldFollowUpController {
  constructor(private readonly commands: CommandBus) {}

  @ApiOperation({ summary: 'Record a conversation after the first' })
  @Post()
  @Allow('resolution-case.disclose')
  @AddsPart()
  hold(
    @Param() { id }: IdPath,
    @Body() body: FollowUpRequest,
    @CurrentCommand() request: CommandRequest,
  ): Promise<PartReceipt> {
    const { told, extra } = toldLate(body);
    return this.commands.execute(new HoldFollowUp(id, toConversation(told), toEnvelope(request, extra)));
  }
}
