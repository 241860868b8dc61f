import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { checkApprover, Members } from '#kernel/access';
import { Clock, happenedAt, Places, Refusal, refuse } from '#kernel/core';
import { type Receipt, Streams } from '#kernel/ledger';
import { safetyEventDecider } from '../../safety-event/safety-event.decider.js';
import { lookupsOf } from '../../safety-event/safety-event.lookups.js';
import { ReportSafetyEvent } from './report-safety-event.command.js';

@CommandHandler(ReportSafetyEvent)
export class ReportSafetyEventHandler implements ICommandHandler<ReportSafetyEvent> {
  constructor(
    private readonly streams: Streams,
    private readonly places: Places,
    private readonly members: Members,
    private readonly clock: Clock,
  ) {}

  async execute({ id, data, envelope }: ReportSafetyEvent): Promise<Receipt> {
    const zone = await this.zoneOf(envelope.org, data);
    await checkApprover(this.members, envelope);
    const at = happenedAt(envelope.occurredAt, this.clock.now());
    const toldElsewhere = envelope.meta?.reasonCode === 'imported-history' || data.concernId !== undefined;
    const command = { type: 'ReportSafetyEvent', data: { ...data, toldElsewhere, at } } as const;
    const lookups = [...lookupsOf(data), ...(envelope.lookups ?? [])];
    const meta = { ...envelope.meta, facility: data.facilityId, zone };
    return this.streams.decide(safetyEventDecider, id, command, { ...envelope, lookups, meta }).catch(inOurWords);
  }

  /** INV-06: a place of another organization reads like one that does not exist. */
  private async zoneOf(org: string, { facilityId, unitId }: { facilityId: string; unitId?: string }): Promise<string> {
    const place = await this.places.facility(org, facilityId, unitId);
    if (!place) return refuse('safety-event/unknown-facility', 'There is no such facility.', 'facilityId');
    if (unitId && !place.units.includes(unitId))
      return refuse('safety-event/unknown-unit', 'This facility has no such unit.', 'unitId');
    return place.zone;
  }
}

/** The time that the ledger calls `occurredAt` is told to us as `reportedAt`. */
const inOurWords = (error: unknown): never => {
  if (error instanceof Refusal && error.field === 'occurredAt') refuse(error.code, error.message, 'reportedAt');
  throw error;
};
