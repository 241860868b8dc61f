import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { actorId } from '#kernel/core';
import { type Receipt, Streams } from '#kernel/ledger';
import { Database } from '#kernel/platform';
import { Lookups } from '#kernel/privacy';
import type { PatientMatch } from '../../safety-event/follow-up.codes.js';
import { safetyEventDecider } from '../../safety-event/safety-event.decider.js';
import { RECORD_NUMBER } from '../../safety-event/safety-event.lookups.js';
import { MergeSafetyEvents } from './merge-safety-events.command.js';

@CommandHandler(MergeSafetyEvents)
export class MergeSafetyEventsHandler implements ICommandHandler<MergeSafetyEvents> {
  constructor(
    private readonly streams: Streams,
    private readonly db: Database,
    private readonly lookups: Lookups,
  ) {}

  async execute({ id, data, envelope }: MergeSafetyEvents): Promise<Receipt> {
    const { org, actor } = envelope;
    const { state: into } = await this.streams.asOf(safetyEventDecider, org, data.intoEventId);
    const patients = await this.match(org, id, data.intoEventId);
    const known = { itself: id, into, patients, by: actorId(actor) };
    const command = { type: 'MergeSafetyEvents', data: { ...data, ...known } } as const;
    return this.streams.decide(safetyEventDecider, id, command, envelope);
  }

  /** By keyed hashes of the record numbers that each was told with: no words are opened for it. */
  private async match(org: string, one: string, other: string): Promise<PatientMatch> {
    const [ours = [], theirs = []] = await this.db.inOrg(org, async (tx) => {
      const keysOf = (id: string) => this.lookups.keysOf(tx, org, RECORD_NUMBER, `safety-event-${id}`);
      return [await keysOf(one), await keysOf(other)];
    });
    if (ours.length === 0 || theirs.length === 0) return 'unknown';
    return ours.some((key) => theirs.includes(key)) ? 'same' : 'different';
  }
}
