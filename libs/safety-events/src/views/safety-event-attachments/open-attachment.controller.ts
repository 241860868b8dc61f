import { Controller, Get, Param } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import type { Withheld } from '#kernel/attachments';
import { refuse } from '#kernel/core';
import { CurrentRead, type FileToSave, type ReadRequest, Saves } from '#kernel/http';
import { AttachmentPath } from '../../safety-event/attachment.path.js';
import { OpenAttachment } from './open-attachment.query.js';

const SAYS: Readonly<Record<Withheld, readonly [string, string]>> = {
  absent: ['attachment/not-found', 'There is no such attachment.'],
  quarantined: ['attachment/quarantined', 'This attachment was not scanned yet. Try again in a moment.'],
  infected: ['attachment/infected', 'A scanner found this attachment infected: it is not handed out.'],
  missing: [
    'attachment/missing',
    'The record came from elsewhere, and the bytes of this attachment did not come with it.',
  ],
  erased: ['attachment/erased', 'This attachment was forgotten.'],
};

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
    if (typeof file === 'string') return refuse(...SAYS[file]);
    const { bytes, ending, name, state } = file;
    return { bytes, plainName: `attachment-${attachmentId}.${ending}`, name, scan: state };
  }
}
