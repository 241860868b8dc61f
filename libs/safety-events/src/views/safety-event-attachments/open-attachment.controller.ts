import { Controller, Get, Param } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { AttachmentPath, handedOut } from '#kernel/attachments';
import { CurrentRead, type FileToSave, type ReadRequest, Saves } from '#kernel/http';
import { OpenAttachment } from './open-attachment.query.js';

@ApiTags('safety events')
@Controller('v1/safety-events/:id/attachments/:attachmentId')
export class OpenAttachmentController {
  constructor(private readonly queries: QueryBus) {}

  @ApiOperation({ summary: 'Save an attachment that was scanned, or that nobody could scan: its answer says which' })
  @Get()
  @Allow('safety-event.open-attachment')
  @Saves()
  async open(@Param() { id, attachmentId }: AttachmentPath, @CurrentRead() read: ReadRequest): Promise<FileToSave> {
    const file = await this.queries.execute(new OpenAttachment(id, attachmentId, read.caller, read));
    return handedOut(attachmentId, file);
  }
}
