import { Controller, Get, Param } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { AttachmentsBody } from '#kernel/attachments';
import { refuse } from '#kernel/core';
import { CurrentRead, IdPath, type ReadRequest, type Shown, Shows } from '#kernel/http';
import { ListAttachments } from './list-attachments.query.js';

@ApiTags('safety events')
@Controller('v1/safety-events/:id/attachments')
export class ListAttachmentsController {
  constructor(private readonly queries: QueryBus) {}

  @ApiOperation({ summary: 'What is attached to a safety event, and what scanners said of it' })
  @Get()
  @Allow('safety-event.list-attachments')
  @Shows(AttachmentsBody)
  async list(@Param() { id }: IdPath, @CurrentRead() read: ReadRequest): Promise<Shown<AttachmentsBody>> {
    const items =
      (await this.queries.execute(new ListAttachments(id, read.caller, read))) ??
      refuse('safety-event/not-found', 'There is no such safety event.');
    return { body: { items } };
  }
}
