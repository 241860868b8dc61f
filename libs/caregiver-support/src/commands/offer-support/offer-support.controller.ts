import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { Changes, type CommandRequest, CurrentCommand, IdPath, toEnvelope, toldLate } from '#kernel/http';
import type { Receipt } from '#kernel/ledger';
import { OfferCaregiverSupport } from './offer-support.command.js';
import { OfferCaregiverSupportRequest } from './offer-support.request.js';

@ApiTags('caregiver support')
@Controller('v1/caregiver-support/:id/offer')
export class OfferCaregiverSupportController {
  constructor(private readonly commands: CommandBus) {}

  @ApiOperation({ summary: 'Offer somebody support; again, or by somebody further away, if need be' })
  @Post()
  @Allow('caregiver-support.offer')
  @Changes()
  offer(
    @Param() { id }: IdPath,
    @Body() body: OfferCaregiverSupportRequest,
    @CurrentCommand() request: CommandRequest,
  ): Promise<Receipt> {
    const { told, extra } = toldLate(body);
    return this.commands.execute(new OfferCaregiverSupport(id, told, toEnvelope(request, extra)));
  }
}
