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
import { AttachConcernFile } from './attach-concern-file.command.js';

@ApiTags('concerns')
@Controller('v1/concerns/:id/attachments')
export class AttachConcernFileController {
  constructor(private readonly commands: CommandBus) {}

  @ApiOperation({ summary: 'Attach what came with a concern; nobody can open it before it was scanned' })
  @Post()
  @Allow('concern.attach')
  @AddsPart()
  @TakesFile(FILE_LIMIT)
  attach(
    @Param() { id }: IdPath,
    @CurrentFile() file: SentFile,
    @CurrentCommand() request: CommandRequest,
  ): Promise<AttachmentReceipt> {
    const envelope = toEnvelope(withFile(request, file));
    return this.commands.execute(new AttachConcernFile(id, file, request.caller.grant.scope, envelope));
  }
}
