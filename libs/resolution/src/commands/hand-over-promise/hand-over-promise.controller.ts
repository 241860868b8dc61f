import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { Changes, type CommandRequest, CurrentCommand, toEnvelope } from '#kernel/http';
import type { Receipt } from '#kernel/ledger';
import { PromisePath } from '../../resolution-case/promise.path.js';
import { HandOverPromise } from './hand-over-promise.command.js';
import { HandOverPromiseRequest } from './hand-over-promise.request.js';

@ApiTags('resolution cases')
@Controller('v1/resolution-cases/:id/promises/:promise/owner')
export class HandOverPromiseController {
  constructor(private readonly commands: CommandBus) {}

  @ApiOperation({ summary: 'Give a promise to somebody else to keep' })
  @Post()
  @Allow('resolution-case.disclose')
  @Changes()
  hand(
    @Param() { id, promise }: PromisePath,
    @Body() body: HandOverPromiseRequest,
    @CurrentCommand() request: CommandRequest,
  ): Promise<Receipt> {
    return this.commands.execute(new HandOverPromise(id, { ...body, promise }, toEnvelope(request)));
  }
}
