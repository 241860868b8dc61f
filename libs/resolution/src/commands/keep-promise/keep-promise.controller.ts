import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { Changes, type CommandRequest, CurrentCommand, toEnvelope, toldLate } from '#kernel/http';
import type { Receipt } from '#kernel/ledger';
import { PromisePath } from '../../resolution-case/promise.path.js';
import { KeepPromise } from './keep-promise.command.js';
import { KeepPromiseRequest } from './keep-promise.request.js';

@ApiTags('resolution cases')
@Controller('v1/resolution-cases/:id/promises/:promise/kept')
export class KeepPromiseController {
  constructor(private readonly commands: CommandBus) {}

  @ApiOperation({ summary: 'Record that a promise was kept' })
  @Post()
  @Allow('resolution-case.disclose')
  @Changes()
  keep(
    @Param() { id, promise }: PromisePath,
    @Body() body: KeepPromiseRequest,
    @CurrentCommand() request: CommandRequest,
  ): Promise<Receipt> {
    const { told, extra } = toldLate(body);
    return this.commands.execute(new KeepPromise(id, { ...told, promise }, toEnvelope(request, extra)));
  }
}
