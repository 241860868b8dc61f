import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { Changes, type CommandRequest, CurrentCommand, IdPath, toEnvelope } from '#kernel/http';
import type { Receipt } from '#kernel/ledger';
import { writerOf } from '../../safety-event/writer-of.js';
import { WriteAddendum } from './write-addendum.command.js';
import { WriteAddendumRequest } from './write-addendum.request.js';

@ApiTags('safety events')
@Controller('v1/safety-events/:id/addenda')
export class WriteAddendumController {
  constructor(private readonly commands: CommandBus) {}

  @ApiOperation({
    summary: 'Write something down beside the report, which stays as it was sent: reporters about their own',
  })
  @Post()
  @Allow('safety-event.add')
  @Changes()
  write(
    @Param() { id }: IdPath,
    @Body() body: WriteAddendumRequest,
    @CurrentCommand() request: CommandRequest,
  ): Promise<Receipt> {
    const data = { ...body, writer: writerOf(request.caller) };
    return this.commands.execute(new WriteAddendum(id, data, toEnvelope(request)));
  }
}
