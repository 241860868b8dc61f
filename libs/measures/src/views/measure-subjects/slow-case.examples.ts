import type { Instant } from '#kernel/core';
import { dayEndBut } from './slow-calendar.examples.js';
import type { Judged, SlowCase } from './slow-judge.examples.js';
import { earliest, type SlowLog, type Step, type TypeName } from './slow-log.examples.js';

const DAY = 24 * 60 * 60_000;

/** A count's name, with when it began and how long it took. */
export type SlowStep = readonly [name: string, at: Instant, took: number | undefined];

type Judgement = readonly [SlowCase['measure'], anchor: Step, done: readonly (Step | undefined)[], more: Judged];

/** One resolution case among all events, looked up in the raw list again and again. */
export class SlowCourse {
  constructor(
    private readonly log: SlowLog,
    private readonly id: string,
    private readonly zone: string,
  ) {}

  /** What is judged of it after its activation. */
  judged(
    activated: Step,
    talked: Step | undefined,
    { withdrawn, byClaim }: { withdrawn: boolean; byClaim: boolean },
  ): readonly Judgement[] {
    const end = talked && this.end();
    const contacts = talked && end ? this.contacts(talked, end) : [];
    const short = talked && end && Date.parse(end.at) - Date.parse(talked.at) < 14 * DAY;
    const of = { excluded: withdrawn };
    const ofContacts = { excluded: withdrawn || short === true, entered: contacts };
    return [
      ['CRP-04', activated, [talked], { ...of, exceptionAt: this.untoldAt() }],
      ...(talked ? [['CRP-06', talked, [this.namedBy(talked)], of] as const] : []),
      ...(end ? [['CRP-07', end, [this.isKept(contacts) ? end : undefined], ofContacts] as const] : []),
      ['RES-05', activated, [this.resolved()], { ...of, ...this.resolutionDue(activated) }],
      ['RES-06', activated, [this.claimed()], { excluded: withdrawn || byClaim }],
    ];
  }

  /** Its steps, from the report on. */
  steps(reported: Step, activated: Step): readonly SlowStep[] {
    const talked = this.log.first('InitialDisclosureHeld', [this.id], ({ heldAt }) => heldAt);
    const [determined, offered, resolved] = this.decisions();
    const took = (from: Step, to: Step | undefined, unit: number) =>
      to && Math.max(0, Date.parse(to.at) - Date.parse(from.at)) / unit;
    return [
      ['first-talk-times', reported.at, took(reported, talked, DAY / 1440)],
      ['determination-times', activated.at, took(activated, determined, DAY)],
      ...(determined ? [['offer-times', determined.at, took(determined, offered, DAY)] as const] : []),
      ...(offered ? [['resolution-times', offered.at, took(offered, resolved, DAY)] as const] : []),
    ];
  }

  /** Why nobody was told, by what was recorded first. */
  private untoldAt(): Instant | undefined {
    const told = this.log.of('DisclosureExceptionRecorded', [this.id]);
    return told.find(({ data }) => data.kind !== 'unable')?.recordedAt;
  }

  /** A liaison whom they can reach, where there was one by then. */
  private namedBy(talk: Step): Step | undefined {
    const all = [...this.log.of('LiaisonAssigned', [this.id]), ...this.log.of('LiaisonChanged', [this.id])];
    const named = all.filter(({ data }) => data.contactGiven);
    return earliest(named.map(({ occurredAt: at, recordedAt }) => (at <= talk.at ? { at, recordedAt } : undefined)));
  }

  /** Where the story of contacts ends. */
  private end(): Step | undefined {
    const closed = this.log.of('ResolutionCaseClosed', [this.id]);
    return earliest([
      this.log.first('FindingsSharedWithPatient', [this.id], ({ sharedAt }) => sharedAt),
      ...closed.map(({ occurredAt: at, recordedAt }) => ({ at, recordedAt })),
    ]);
  }

  /** Every contact between two, and those two. */
  private contacts(from: Step, to: Step): Step[] {
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
  private isKept(contacts: readonly Step[]): boolean {
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

  private resolved(): Step | undefined {
    return earliest(
      this.log.of('ResolutionReached', [this.id]).map(({ occurredAt: at, recordedAt }) => ({ at, recordedAt })),
    );
  }

  /** The first determination that decided, the first offer, and the resolution. */
  private decisions(): readonly (Step | undefined)[] {
    const decided = this.log
      .of('CareDeterminationMade', [this.id])
      .filter(({ data }) => data.determination !== 'undetermined');
    return [
      earliest(decided.map(({ occurredAt: at, recordedAt }) => ({ at, recordedAt }))),
      this.log.first('OfferMade', [this.id], ({ madeAt }) => madeAt),
      this.resolved(),
    ];
  }

  private claimed(): Step | undefined {
    return earliest([
      this.log.first('ClaimReceived', [this.id], ({ receivedAt }) => receivedAt),
      this.log.first('SuitFiled', [this.id], ({ filedAt }) => filedAt),
    ]);
  }

  /** Until when it is to be resolved, and since when it stands still, where it does. */
  private resolutionDue(activated: Step): { readonly due: number; readonly exceptionAt?: Instant } {
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
