import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Allow } from '#kernel/access';
import { type Actor, Ids } from '#kernel/core';
import { type CommandRequest, Creates, CurrentCommand, toEnvelope, toInstant } from '#kernel/http';
import type { Receipt } from '#kernel/ledger';
import { Drafts } from '../../drafts/drafts.js';
import { ReportSafetyEvent } from './report-safety-event.command.js';
import { ReportSafetyEventRequest, toReport } from './report-safety-event.request.js';

/** Somebody who signed in and asks not to be written down: the ledger names nobody (INV-12). */
const ANONYMOUS: Actor = { kind: 'anonymous', role: 'reporter' };

@ApiTags('safety events')
@Controller('v1/safety-events')
export class ReportSafetyEventController {
  constructor(
    private readonly commands: CommandBus,
    private readonly ids: Ids,
    private readonly drafts: Drafts,
  ) {}

  @ApiOperation({ summary: 'Report harm, a near miss or an unsafe condition' })
  @Post()
  @Allow('safety-event.report')
  @Creates('/v1/safety-events')
  async report(@Body() body: ReportSafetyEventRequest, @CurrentCommand() request: CommandRequest): Promise<Receipt> {
    const { reportedAt, reasonCode, approver, draftId } = body;
    const { org, personId, actor } = request.caller;
    const nobody = body.confidentiality === 'anonymous';
    const envelope = toEnvelope(request, {
      ...(reportedAt && { occurredAt: toInstant(reportedAt) }),
      meta: {
        precision: 'exact',
        ...(reasonCode && { reasonCode }),
        ...(approver && !(nobody && approver === actor.id) && { approver }),
      },
    });
    const report = toReport(body, actor.id);
    const by = nobody ? ANONYMOUS : actor;
    const receipt = await this.commands.execute(
      new ReportSafetyEvent(this.ids.next(), report, { ...envelope, actor: by }),
    );
    if (draftId) await this.drafts.remove(org, personId, draftId); // should this fail, the retry does it
    return receipt;
  }
}
