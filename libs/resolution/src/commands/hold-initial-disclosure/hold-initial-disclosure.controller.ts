import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { Changes, type CommandRequest, CurrentCommand, IdPath, toEnvelope, toldLate } from '#kernel/http';
import type { Receipt } from '#kernel/ledger';
import { FirstConversationRequest, toConversation } from '../../resolution-case/conversation.request.js';
import { HoldInitialDisclosure } from './hold-initial-disclosure.command.js';

@ApiTags('resolution cases')
@Controller('v1/resolution-cases/:id/initial-disclosure')
export class HoldInitialDisclosureController {
  constructor(private readonly commands: CommandBus) {}

  @ApiOperation({ summary: 'Record the first conversation with the patient or who stands for them' })
  @Post()
  @Allow('resolution-case.disclose')
  @Changes()
  hold(
    @Param() { id }: IdPath,
    @Body() body: FirstConversationRequest,
    @CurrentCommand() request: CommandRequest,
  ): Promise<Receipt> {
    const { told, extra } = toldLate(body);
    return this.commands.execute(new HoldInitialDisclosure(id, toConversation(told), toEnvelope(request, extra)));
  }
}
