import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { Changes, type CommandRequest, CurrentCommand, IdPath, toEnvelope } from '#kernel/http';
import type { Receipt } from '#kernel/ledger';
import { RecordMinorView } from './record-minor-view.command.js';
import { RecordMinorViewRequest } from './record-minor-view.request.js';

@ApiTags('resolution cases')
@Controller('v1/resolution-cases/:id/minor-view')
export class RecordMinorViewController {
  constructor(private readonly commands: CommandBus) {}

  @ApiOperation({ summary: 'Record what the minor themselves said' })
  @Post()
  @Allow('resolution-case.support')
  @Changes()
  record(
    @Param() { id }: IdPath,
    @Body() body: RecordMinorViewRequest,
    @CurrentCommand() request: CommandRequest,
  ): Promise<Receipt> {
    return this.commands.execute(new RecordMinorView(id, body, toEnvelope(request)));
  }
}
