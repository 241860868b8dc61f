import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { AttachmentPath, RemoveAttachmentRequest } from '#kernel/attachments';
import { Changes, type CommandRequest, CurrentCommand, toEnvelope } from '#kernel/http';
import type { Receipt } from '#kernel/ledger';
import { RemoveConcernFile } from './remove-concern-file.command.js';

@ApiTags('concerns')
@Controller('v1/concerns/:id/attachments/:attachmentId/removal')
export class RemoveConcernFileController {
  constructor(private readonly commands: CommandBus) {}

  @ApiOperation({ summary: 'Take a file away from a concern for good; that it was there stays on record' })
  @Post()
  @Allow('concern.remove-attachment')
  @Changes()
  remove(
    @Param() { id, attachmentId }: AttachmentPath,
    @Body() { reason }: RemoveAttachmentRequest,
    @CurrentCommand() request: CommandRequest,
  ): Promise<Receipt> {
    return this.commands.execute(new RemoveConcernFile(id, attachmentId, reason, toEnvelope(request)));
  }
}
