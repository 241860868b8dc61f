import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { Changes, type CommandRequest, CurrentCommand, IdPath, toEnvelope, toldLate } from '#kernel/http';
import type { Receipt } from '#kernel/ledger';
import { ReferToInsurer } from './refer-to-insurer.command.js';
import { ReferToInsurerRequest } from './refer-to-insurer.request.js';

@ApiTags('resolution cases')
@Controller('v1/resolution-cases/:id/insurer-referral')
export class ReferToInsurerController {
  constructor(private readonly commands: CommandBus) {}

  @ApiOperation({ summary: 'Refer the case to the insurer' })
  @Post()
  @Allow('resolution-case.refer-insurer')
  @Changes()
  refer(
    @Param() { id }: IdPath,
    @Body() body: ReferToInsurerRequest,
    @CurrentCommand() request: CommandRequest,
  ): Promise<Receipt> {
    const { told, extra } = toldLate(body);
    return this.commands.execute(new ReferToInsurer(id, told, toEnvelope(request, extra)));
  }
}
