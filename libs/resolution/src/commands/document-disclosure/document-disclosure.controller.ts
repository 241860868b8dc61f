import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { Changes, type CommandRequest, CurrentCommand, IdPath, toEnvelope, toldLate } from '#kernel/http';
import type { Receipt } from '#kernel/ledger';
import { DocumentDisclosure } from './document-disclosure.command.js';
import { DocumentDisclosureRequest } from './document-disclosure.request.js';

@ApiTags('resolution cases')
@Controller('v1/resolution-cases/:id/documentation')
export class DocumentDisclosureController {
  constructor(private readonly commands: CommandBus) {}

  @ApiOperation({ summary: 'Record that a conversation stands in the chart' })
  @Post()
  @Allow('resolution-case.disclose')
  @Changes()
  document(
    @Param() { id }: IdPath,
    @Body() body: DocumentDisclosureRequest,
    @CurrentCommand() request: CommandRequest,
  ): Promise<Receipt> {
    const { told, extra } = toldLate(body);
    return this.commands.execute(new DocumentDisclosure(id, told, toEnvelope(request, extra)));
  }
}
