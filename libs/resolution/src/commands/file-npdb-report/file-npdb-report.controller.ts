import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { Changes, type CommandRequest, CurrentCommand, IdPath, toEnvelope, toldLate } from '#kernel/http';
import type { Receipt } from '#kernel/ledger';
import { ReferenceRequest } from '../../resolution-case/reference.request.js';
import { FileNpdbReport } from './file-npdb-report.command.js';

@ApiTags('resolution cases')
@Controller('v1/resolution-cases/:id/npdb-report')
export class FileNpdbReportController {
  constructor(private readonly commands: CommandBus) {}

  @ApiOperation({ summary: 'Record that a payment was reported to the National Practitioner Data Bank' })
  @Post()
  @Allow('resolution-case.pay')
  @Changes()
  file(
    @Param() { id }: IdPath,
    @Body() body: ReferenceRequest,
    @CurrentCommand() request: CommandRequest,
  ): Promise<Receipt> {
    const { told, extra } = toldLate(body);
    return this.commands.execute(new FileNpdbReport(id, told, toEnvelope(request, extra)));
  }
}
