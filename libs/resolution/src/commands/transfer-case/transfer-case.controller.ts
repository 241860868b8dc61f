import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { Changes, type CommandRequest, CurrentCommand, IdPath, toEnvelope, toInstant, toldLate } from '#kernel/http';
import type { Receipt } from '#kernel/ledger';
import { TransferCase } from './transfer-case.command.js';
import { TransferCaseRequest } from './transfer-case.request.js';

@ApiTags('resolution cases')
@Controller('v1/resolution-cases/:id/transfer')
export class TransferCaseController {
  constructor(private readonly commands: CommandBus) {}

  @ApiOperation({ summary: 'Hand the case over to who was asked and has accepted it. Nothing can follow here' })
  @Post()
  @Allow('resolution-case.transfer')
  @Changes()
  transfer(
    @Param() { id }: IdPath,
    @Body() body: TransferCaseRequest,
    @CurrentCommand() request: CommandRequest,
  ): Promise<Receipt> {
    const { told, extra } = toldLate(body);
    return this.commands.execute(
      new TransferCase(id, { ...told, patientToldAt: toInstant(told.patientToldAt) }, toEnvelope(request, extra)),
    );
  }
}
