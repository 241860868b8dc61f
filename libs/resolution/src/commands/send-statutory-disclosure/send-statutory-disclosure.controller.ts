import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { Changes, type CommandRequest, CurrentCommand, IdPath, toEnvelope, toldLate } from '#kernel/http';
import type { Receipt } from '#kernel/ledger';
import { SendStatutoryDisclosure } from './send-statutory-disclosure.command.js';
import { SendStatutoryDisclosureRequest } from './send-statutory-disclosure.request.js';

@ApiTags('resolution cases')
@Controller('v1/resolution-cases/:id/statutory-disclosure')
export class SendStatutoryDisclosureController {
  constructor(private readonly commands: CommandBus) {}

  @ApiOperation({ summary: 'Record the disclosure in writing that a statute asks for' })
  @Post()
  @Allow('resolution-case.notify')
  @Changes()
  send(
    @Param() { id }: IdPath,
    @Body() body: SendStatutoryDisclosureRequest,
    @CurrentCommand() request: CommandRequest,
  ): Promise<Receipt> {
    const { told, extra } = toldLate(body);
    return this.commands.execute(new SendStatutoryDisclosure(id, told, toEnvelope(request, extra)));
  }
}
