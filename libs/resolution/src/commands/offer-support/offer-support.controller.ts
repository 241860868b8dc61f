import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { Changes, type CommandRequest, CurrentCommand, IdPath, toEnvelope, toldLate } from '#kernel/http';
import type { Receipt } from '#kernel/ledger';
import { OfferSupport } from './offer-support.command.js';
import { OfferSupportRequest } from './offer-support.request.js';

@ApiTags('resolution cases')
@Controller('v1/resolution-cases/:id/support')
export class OfferSupportController {
  constructor(private readonly commands: CommandBus) {}

  @ApiOperation({ summary: 'Record support that was offered to patient and family, and what of it they took' })
  @Post()
  @Allow('resolution-case.support')
  @Changes()
  offer(
    @Param() { id }: IdPath,
    @Body() body: OfferSupportRequest,
    @CurrentCommand() request: CommandRequest,
  ): Promise<Receipt> {
    const { told, extra } = toldLate(body);
    return this.commands.execute(new OfferSupport(id, told, toEnvelope(request, extra)));
  }
}
