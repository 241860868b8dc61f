import { Controller, Get, Param } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { AttachmentPath, handedOut } from '#kernel/attachments';
import { CurrentRead, type FileToSave, type ReadRequest, Saves } from '#kernel/http';
import { OpenConcernFile } from './open-concern-file.query.js';

@ApiTags('concerns')
@Controller('v1/concerns/:id/attachments/:attachmentId')
export class OpenConcernFileController {
  constructor(private readonly queries: QueryBus) {}

  @ApiOperation({
    summary: 'Save a file of a concern that was scanned, or that nobody could scan: its answer says which',
  })
  @Get()
  @Allow('concern.open-attachment')
  @Saves()
  async open(@Param() { id, attachmentId }: AttachmentPath, @CurrentRead() read: ReadRequest): Promise<FileToSave> {
    const file = await this.queries.execute(new OpenConcernFile(id, attachmentId, read.caller, read));
    return handedOut(attachmentId, file);
  }
}
