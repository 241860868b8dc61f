import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { Changes, type CommandRequest, CurrentCommand, IdPath, toEnvelope, toldLate } from '#kernel/http';
import type { Receipt } from '#kernel/ledger';
import { ReturnFromOutside } from './return-from-outside.command.js';
import { ReturnFromOutsideRequest } from './return-from-outside.request.js';

@ApiTags('resolution cases')
@Controller('v1/resolution-cases/:id/return')
export class ReturnFromOutsideController {
  constructor(private readonly commands: CommandBus) {}

  @ApiOperation({ summary: 'Go back to the talks: the claim or the suit is over' })
  @Post()
  @Allow('resolution-case.record-claim')
  @Changes()
  comeBack(
    @Param() { id }: IdPath,
    @Body() body: ReturnFromOutsideRequest,
    @CurrentCommand() request: CommandRequest,
  ): Promise<Receipt> {
    const { told, extra } = toldLate(body);
    return this.commands.execute(new ReturnFromOutside(id, told, toEnvelope(request, extra)));
  }
}
