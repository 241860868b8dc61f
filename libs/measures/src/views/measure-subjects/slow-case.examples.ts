import type { Instant } from '#kernel/core';
import { dayEndBut } from './slow-calendar.examples.js';
import { earliest, type SlowLog, type Step, type TypeName } from './slow-log.examples.js';

const DAY = 24 * 60 * 60_000;

/** One resolution case among all events, looked up in the raw list again and again. */
export class SlowCourse {
  constructor(
    private readonly log: SlowLog,
    private readonly id: string,
    private readonly zone: string,
  ) {}

  /** Why nobody was told, by what was recorded first. */
  untoldAt(): Instant | undefined {
    const told = this.log.of('DisclosureExceptionRecorded', [this.id]);
    return told.find(({ data }) => data.kind !== 'unable')?.recordedAt;
  }

  /** A liaison whom they can reach, where there was one by then. */
  namedBy(talk: Step): Step | undefined {
    const all = [...this.log.of('LiaisonAssigned', [this.id]), ...this.log.of('LiaisonChanged', [this.id])];
    const named = all.filter(({ data }) => data.contactGiven);
    return earliest(named.map(({ occurredAt: at, recordedAt }) => (at <= talk.at ? { at, recordedAt } : undefined)));
  }

  /** Where the story of contacts ends. */
  end(): Step | undefined {
    const closed = this.log.of('ResolutionCaseClosed', [this.id]);
    return earliest([
      this.log.first('FindingsSharedWithPatient', [this.id], ({ sharedAt }) => sharedAt),
      ...closed.map(({ occurredAt: at, recordedAt }) => ({ at, recordedAt })),
    ]);
  }

  /** Every contact between two, and those two. */
  contacts(from: Step, to: Step): Step[] {
    const times: Partial<Record<TypeName, string>> = {
      InitialDisclosureHeld: 'heldAt',
      FollowUpCommunicationHeld: 'heldAt',
      PatientQuestionAnswered: 'answeredAt',
      ReasonableCareExplained: 'explainedAt',
      FindingsSharedWithPatient: 'sharedAt',
    };
    const between = this.log.all.flatMap(({ type, stream, data, recordedAt }) => {
      const field = times[type];
      if (!field || !stream.endsWith(this.id)) return [];
      const at = (data as unknown as Record<string, Instant>)[field] as Instant;
      return at > from.at && at < to.at ? [{ at, recordedAt }] : [];
    });
    return [from, ...between.sort((a, b) => Date.parse(a.at) - Date.parse(b.at)), to];
  }

  /** Whether no contact of these let the next one wait for too long. */
  isKept(contacts: readonly Step[]): boolean {
    const wishes = this.log
      .of('ContactWishRecorded', [this.id])
      .map(({ data }) => ({ at: Date.parse(data.statedAt), days: data.everyDays }))
      .sort((a, b) => a.at - b.at);
    const until = (from: number, days: number | undefined) =>
      days === undefined ? Number.POSITIVE_INFINITY : dayEndBut(new Date(from).toISOString(), days, this.zone);
    for (const [index, contact] of contacts.entries()) {
      const next = contacts[index + 1];
      if (!next) return true;
      const [from, to] = [Date.parse(contact.at), Date.parse(next.at)];
      const before = wishes.filter(({ at }) => at <= from).at(-1);
      let end = before ? until(from, before.days) : until(from, 14);
      for (const wish of wishes.filter(({ at }) => at > from && at < to))
        if (wish.at <= end) end = until(from, wish.days) < wish.at ? until(wish.at, wish.days) : until(from, wish.days);
      if (to > end) return false;
    }
    return true;
  }

  isShort(from: Step, to: Step): boolean {
    return Date.parse(to.at) - Date.parse(from.at) < 14 * DAY;
  }

  resolved(): Step | undefined {
    return earliest(
      this.log.of('ResolutionReached', [this.id]).map(({ occurredAt: at, recordedAt }) => ({ at, recordedAt })),
    );
  }

  /** The first determination that decided, the first offer, and the resolution. */
  decisions(): readonly (Step | undefined)[] {
    const decided = this.log
      .of('CareDeterminationMade', [this.id])
      .filter(({ data }) => data.determination !== 'undetermined');
    return [
      earliest(decided.map(({ occurredAt: at, recordedAt }) => ({ at, recordedAt }))),
      this.log.first('OfferMade', [this.id], ({ madeAt }) => madeAt),
      this.resolved(),
    ];
  }

  claimed(): Step | undefined {
    return earliest([
      this.log.first('ClaimReceived', [this.id], ({ receivedAt }) => receivedAt),
      this.log.first('SuitFiled', [this.id], ({ filedAt }) => filedAt),
    ]);
  }

  /** Until when it is to be resolved, and since when it stands still, where it does. */
  resolutionDue(activated: Step): { readonly due: number; readonly exceptionAt?: Instant } {
    const still: { from: number; to: number }[] = [];
    let open: { at: Instant; recordedAt: Instant } | undefined;
    for (const { type, stream, data, recordedAt } of this.log.all) {
      if (!stream.endsWith(this.id)) continue;
      if (type === 'CasePlacedOnHold' && 'reason' in data && data.reason === 'patient_wish' && 'heldAt' in data)
        open ??= { at: data.heldAt, recordedAt };
      if (type === 'CaseResumed' && 'resumedAt' in data && open) {
        still.push({ from: Date.parse(open.at), to: Date.parse(data.resumedAt) });
        open = undefined;
      }
    }
    const resolved = this.resolved();
    if (open && resolved) still.push({ from: Date.parse(open.at), to: Date.parse(resolved.at) });
    const due = dayEndBut(activated.at, 180, this.zone, still);
    return { due, ...(open && { exceptionAt: open.recordedAt }) };
  }
}
