import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { Ids } from '#kernel/core';
import { type CommandRequest, Creates, CurrentCommand, toEnvelope } from '#kernel/http';
import type { Receipt } from '#kernel/ledger';
import { TakeSnapshot } from './take-snapshot.command.js';
import { TakeSnapshotRequest } from './take-snapshot.request.js';

@ApiTags('measures')
@Controller('v1/measure-snapshots')
export class TakeSnapshotController {
  constructor(
    private readonly commands: CommandBus,
    private readonly ids: Ids,
  ) {}

  @ApiOperation({ summary: 'Publish the figures of a measure: frozen as they are now, whatever is entered later' })
  @Post()
  @Allow('measures.freeze')
  @Creates('/v1/measure-snapshots')
  take(
    @Body() { provisional = false, to, ...asked }: TakeSnapshotRequest,
    @CurrentCommand() request: CommandRequest,
  ): Promise<Receipt> {
    const question = { ...asked, to: to ?? asked.from };
    return this.commands.execute(new TakeSnapshot(this.ids.next(), question, provisional, toEnvelope(request)));
  }
}
