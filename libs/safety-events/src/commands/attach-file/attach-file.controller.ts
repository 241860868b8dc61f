import { Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { type AttachmentReceipt, FILE_LIMIT } from '#kernel/attachments';
import {
  AddsPart,
  type CommandRequest,
  CurrentCommand,
  CurrentFile,
  IdPath,
  type SentFile,
  TakesFile,
  toEnvelope,
  withFile,
} from '#kernel/http';
import { AttachFile } from './attach-file.command.js';

@ApiTags('safety events')
@Controller('v1/safety-events/:id/attachments')
export class AttachFileController {
  constructor(private readonly commands: CommandBus) {}

  @ApiOperation({ summary: 'Attach a picture, a document or a text; nobody can open it before it was scanned' })
  @Post()
  @Allow('safety-event.attach')
  @AddsPart()
  @TakesFile(FILE_LIMIT)
  attach(
    @Param() { id }: IdPath,
    @CurrentFile() file: SentFile,
    @CurrentCommand() request: CommandRequest,
  ): Promise<AttachmentReceipt> {
    const envelope = toEnvelope(withFile(request, file));
    return this.commands.execute(new AttachFile(id, file, request.caller.grant.scope, envelope));
  }
}
