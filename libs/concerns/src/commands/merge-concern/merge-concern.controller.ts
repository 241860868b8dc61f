import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { Changes, type CommandRequest, CurrentCommand, IdPath, toEnvelope } from '#kernel/http';
import type { Receipt } from '#kernel/ledger';
import { MergeConcern } from './merge-concern.command.js';
import { MergeConcernRequest } from './merge-concern.request.js';

@ApiTags('concerns')
@Controller('v1/concerns/:id/merge')
export class MergeConcernController {
  constructor(private readonly commands: CommandBus) {}

  @ApiOperation({ summary: 'Merge a concern into another one that tells of the same and was received first' })
  @Post()
  @Allow('concern.merge')
  @Changes()
  merge(
    @Param() { id }: IdPath,
    @Body() body: MergeConcernRequest,
    @CurrentCommand() request: CommandRequest,
  ): Promise<Receipt> {
    return this.commands.execute(new MergeConcern(id, body, toEnvelope(request)));
  }
}
