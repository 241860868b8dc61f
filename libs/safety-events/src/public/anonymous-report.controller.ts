import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiHeader, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { Clock, Ids, refuse } from '#kernel/core';
import {
  CurrentPublicRequest,
  PublicFacilities,
  PublicGate,
  PublicJson,
  type PublicRequest,
  publicEnvelope,
  TrackingCodes,
} from '#kernel/gate';
import { ReportSafetyEvent } from '../commands/report-safety-event/report-safety-event.command.js';
import { AnonymousReceiptBody, AnonymousReportRequest, toAnonymousReport } from './anonymous-report.request.js';

/** Where somebody who works here reports without saying who they are (domain.md 8.16; PSSM 4A). */
@ApiTags('public')
@Controller('v1/public/safety-events')
export class AnonymousReportController {
  constructor(
    private readonly commands: CommandBus,
    private readonly facilities: PublicFacilities,
    private readonly gate: PublicGate,
    private readonly codes: TrackingCodes,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  @ApiOperation({ summary: 'Report without a name: no token, no address and no agent is kept; a code follows it up' })
  @ApiHeader({ name: 'Idempotency-Key', required: true, description: 'Random, 22 to 100 characters, as a UUID is.' })
  @ApiResponse({ status: 201, type: AnonymousReceiptBody })
  @Post()
  @HttpCode(201)
  @PublicJson('submit')
  async report(
    @Body() body: AnonymousReportRequest,
    @CurrentPublicRequest() request: PublicRequest,
  ): Promise<AnonymousReceiptBody> {
    const facility =
      (await this.facilities.find(body.facilityId)) ??
      refuse(
        'safety-event/unknown-facility',
        'There is no such facility that takes reports of the public.',
        'facilityId',
      );
    const envelope = publicEnvelope(request, facility.org, { kind: 'anonymous', role: 'reporter' });
    await this.gate.admit(facility);
    const { shown: code, hash, lookups } = this.codes.issue(envelope);
    const report = toAnonymousReport(body, hash, this.clock.now());
    await this.commands.execute(new ReportSafetyEvent(this.ids.next(), report, { ...envelope, lookups }));
    return { code };
  }
}
