import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { Changes, type CommandRequest, CurrentCommand, IdPath, toEnvelope } from '#kernel/http';
import type { Receipt } from '#kernel/ledger';
import { MergeCase } from './merge-case.command.js';
import { MergeCaseRequest } from './merge-case.request.js';

@ApiTags('resolution cases')
@Controller('v1/resolution-cases/:id/merge')
export class MergeCaseController {
  constructor(private readonly commands: CommandBus) {}

  @ApiOperation({ summary: 'Let the case go on in another open one of the same patient. Nothing can follow here' })
  @Post()
  @Allow('resolution-case.merge')
  @Changes()
  merge(
    @Param() { id }: IdPath,
    @Body() body: MergeCaseRequest,
    @CurrentCommand() request: CommandRequest,
  ): Promise<Receipt> {
    return this.commands.execute(new MergeCase(id, body, toEnvelope(request)));
  }
}
