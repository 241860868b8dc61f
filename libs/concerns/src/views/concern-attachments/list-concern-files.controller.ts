import { Controller, Get, Param } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { AttachmentsBody } from '#kernel/attachments';
import { refuse } from '#kernel/core';
import { CurrentRead, IdPath, type ReadRequest, type Shown, Shows } from '#kernel/http';
import { ListConcernFiles } from './list-concern-files.query.js';

@ApiTags('concerns')
@Controller('v1/concerns/:id/attachments')
export class ListConcernFilesController {
  constructor(private readonly queries: QueryBus) {}

  @ApiOperation({ summary: 'What is attached to a concern, and what scanners said of it' })
  @Get()
  @Allow('concern.list-attachments')
  @Shows(AttachmentsBody)
  async list(@Param() { id }: IdPath, @CurrentRead() read: ReadRequest): Promise<Shown<AttachmentsBody>> {
    const items =
      (await this.queries.execute(new ListConcernFiles(id, read.caller, read))) ??
      refuse('concern/not-found', 'There is no such concern.');
    return { body: { items } };
  }
}
