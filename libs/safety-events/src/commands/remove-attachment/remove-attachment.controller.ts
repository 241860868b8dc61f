import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { AttachmentPath, RemoveAttachmentRequest } from '#kernel/attachments';
import { Changes, type CommandRequest, CurrentCommand, toEnvelope } from '#kernel/http';
import type { Receipt } from '#kernel/ledger';
import { RemoveAttachment } from './remove-attachment.command.js';

@ApiTags('safety events')
@Controller('v1/safety-events/:id/attachments/:attachmentId/removal')
export class RemoveAttachmentController {
  constructor(private readonly commands: CommandBus) {}

  @ApiOperation({ summary: 'Take an attachment away for good; that it was there stays on record' })
  @Post()
  @Allow('safety-event.remove-attachment')
  @Changes()
  remove(
    @Param() { id, attachmentId }: AttachmentPath,
    @Body() { reason }: RemoveAttachmentRequest,
    @CurrentCommand() request: CommandRequest,
  ): Promise<Receipt> {
    return this.commands.execute(new RemoveAttachment(id, attachmentId, reason, toEnvelope(request)));
  }
}
