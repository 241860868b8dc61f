import { type Instant, type Recorded, secret } from '#kernel/core';
import type { KeyedRow } from '#kernel/readers';
import type { ResolutionCaseFact } from '#resolution/contracts';
import type { HarmSeverity, SafetyEventFact } from '#safety-events/contracts';
import type { MeasureSubjectRow } from './measure-subject.row.js';
import { measureSubjects } from './measure-subjects.projection.js';

export const stMary = '0192a000-0000-7000-8000-000000000010';
export const lakeside = '0192a000-0000-7000-8000-000000000011';
export const rosa = '0192a000-0000-7000-8000-000000000021';
const ana = '0192a000-0000-7000-8000-000000000042';

export type MeasuredFact = SafetyEventFact | ResolutionCaseFact;
type Reported = Extract<SafetyEventFact, { type: 'SafetyEventReported' }>['data'];

/** A fact of a safety event or of its case, when it was and when the ledger heard of it. */
export interface Entry {
  readonly fact: MeasuredFact;
  readonly safetyEvent: string;
  readonly case?: string;
  readonly at: Instant;
  readonly recordedAt: Instant;
  readonly facility?: string;
  readonly zone?: string;
}

/** Ids of safety events and cases, by number. */
export const id = (kind: 1 | 2, number: number): string =>
  `0192a000-0000-7000-8000-0000000${kind}${String(number).padStart(4, '0')}`;

/** The story of one safety event, written down in the words of its facts. Later entries may be told late. */
export class Story {
  readonly entries: Entry[] = [];
  private readonly caseId: string;
  readonly safetyEvent: string;

  constructor(
    number: number,
    private readonly zone = 'America/Chicago',
    private readonly facility = stMary,
  ) {
    this.safetyEvent = id(1, number);
    this.caseId = id(2, number);
  }

  reported(at: Instant, more: Partial<Reported> = {}): this {
    const time = { value: at, precision: 'minute' } as const;
    const data = {
      eventClass: 'incident',
      category: 'fall',
      harmed: 'patient',
      eventAt: time,
      discoveredAt: time,
      facilityId: this.facility,
      source: 'staff_report',
      ...more,
    } as const;
    return this.add({ type: 'SafetyEventReported', data }, at);
  }

  triaged(at: Instant, harmSeverity: HarmSeverity, eventClass: Reported['eventClass'] = 'incident'): this {
    const data = { eventClass, type: 'fall', harmSeverity, route: 'local_review', triagedBy: rosa } as const;
    return this.add({ type: 'SafetyEventTriaged', data }, at);
  }

  confirmed(at: Instant, serious: boolean, recordedAt = at): this {
    return this.add({ type: 'SafetyEventConfirmed', data: { serious, lists: [], confirmedBy: rosa } }, at, recordedAt);
  }

  voided(at: Instant): this {
    return this.add({ type: 'SafetyEventVoided', data: { reason: 'error', voidedBy: rosa, patients: [] } }, at);
  }

  identified(at: Instant, recordedAt = at): this {
    const data = { identifiedAt: at, identifiedBy: rosa };
    return this.add({ type: 'CandorEventIdentified', data }, recordedAt, recordedAt);
  }

  eligible(at: Instant, eligible = true, recordedAt = at): this {
    const rule = 'unexpected-harm-moderate-or-worse';
    const data = { eligible, rule, patient: ana, identifiedAt: at, determinedBy: rosa } as const;
    return this.add({ type: 'CrpEligibilityDetermined', data }, at, recordedAt);
  }

  told(at: Instant, group: 'board' | 'c_suite', recordedAt = at): this {
    const persons = secret(['Chair']);
    const data = { group, channel: 'phone', persons, notifiedAt: at, notifiedBy: rosa } as const;
    return this.add({ type: 'LeadershipNotified', data }, recordedAt, recordedAt);
  }

  activated(at: Instant, billable: 'yes' | 'no' | 'unknown' = 'yes', recordedAt = at): this {
    const { safetyEvent: safetyEventId } = this;
    const team = { members: [rosa], communicationLead: rosa, owner: rosa };
    const data = { safetyEventId, patient: ana, ...team, billable, activatedAt: at, activatedBy: rosa };
    return this.ofCase({ type: 'ResponseTeamActivated', data }, recordedAt, recordedAt);
  }

  requested(at: Instant): this {
    const { safetyEvent: safetyEventId } = this;
    const data = { safetyEventId, patient: ana, trigger: 'crp_eligible', identifiedAt: at } as const;
    return this.ofCase({ type: 'ActivationRequested', data }, at);
  }

  withdrawn(at: Instant): this {
    const data = { safetyEventId: this.safetyEvent, reason: 'safety_event_voided' } as const;
    return this.ofCase({ type: 'ActivationWithdrawn', data }, at);
  }

  talked(at: Instant, recordedAt = at): this {
    const data = {
      safetyEventId: this.safetyEvent,
      heldAt: at,
      mode: 'in_person',
      attendees: ['patient'],
      interpreterUsed: false,
      apology: 'empathy',
      factsTold: secret('What is known.'),
      documentedInChart: true,
      heldBy: rosa,
    } as const;
    return this.ofCase({ type: 'InitialDisclosureHeld', data }, recordedAt, recordedAt);
  }

  unable(at: Instant, recordedAt = at, kind: 'unable' | 'declined' = 'unable'): this {
    const data = { safetyEventId: this.safetyEvent, kind, recordedBy: rosa };
    return this.ofCase({ type: 'DisclosureExceptionRecorded', data }, at, recordedAt);
  }

  billable(at: Instant, billable: 'yes' | 'no'): this {
    const data = { safetyEventId: this.safetyEvent, billable, establishedBy: rosa };
    return this.ofCase({ type: 'BillabilityEstablished', data }, at);
  }

  held(at: Instant, recordedAt = at): this {
    const data = { safetyEventId: this.safetyEvent, placedAt: at, placedBy: rosa, payerNotice: 'told' } as const;
    return this.ofCase({ type: 'BillingHoldPlaced', data }, recordedAt, recordedAt);
  }

  private ofCase(fact: MeasuredFact, at: Instant, recordedAt = at): this {
    return this.add(fact, at, recordedAt, this.caseId);
  }

  private add(fact: MeasuredFact, at: Instant, recordedAt = at, ofCase?: string): this {
    const { safetyEvent, facility, zone } = this;
    this.entries.push({ fact, safetyEvent, at, recordedAt, facility, zone, ...(ofCase && { case: ofCase }) });
    return this;
  }
}

/** The stream that an entry is written to. */
export const streamOf = ({ safetyEvent, case: caseId }: Entry): string =>
  caseId ? `resolution-case-${caseId}` : `safety-event-${safetyEvent}`;

const ORG = '00000000-0000-7000-8000-000000000001';

/** The stories as a ledger holds them: in the order in which it heard of them. */
export const recordedFrom = (...stories: readonly { readonly entries: readonly Entry[] }[]): Recorded<MeasuredFact>[] =>
  stories
    .flatMap(({ entries }) => entries)
    .sort((a, b) => (a.recordedAt < b.recordedAt ? -1 : a.recordedAt > b.recordedAt ? 1 : 0))
    .map(
      (entry, index): Recorded<MeasuredFact> => ({
        ledger: 1,
        position: index + 1,
        org: ORG,
        stream: streamOf(entry),
        revision: index + 1,
        eventId: id(2, 9000 + index),
        type: entry.fact.type,
        schemaVersion: 1,
        occurredAt: entry.at,
        recordedAt: entry.recordedAt,
        actor: { kind: 'staff', id: rosa, role: 'risk-manager' },
        commandId: id(2, 1),
        correlationId: id(2, 2),
        meta: { ...(entry.facility && { facility: entry.facility }), ...(entry.zone && { zone: entry.zone }) },
        data: entry.fact.data,
      }),
    );

type Fold = (event: Recorded, row: unknown) => Omit<MeasureSubjectRow, keyof KeyedRow> | undefined;
export type Rows = ReadonlyMap<string, Omit<MeasureSubjectRow, keyof KeyedRow>>;

/** The view after these events. */
export const foldedOver = (events: readonly Recorded<MeasuredFact>[], rows: Rows = new Map()): Rows => {
  const after = new Map(rows);
  for (const event of events) {
    const key = measureSubjects.key(event);
    const row = (measureSubjects.on[event.type] as Fold | undefined)?.(event, after.get(key));
    if (row) after.set(key, row);
  }
  return after;
};

/** The measure facts of a story. */
export const factsOfStory = (...stories: readonly Story[]) =>
  [...foldedOver(recordedFrom(...stories)).values()].flatMap(({ facts }) => facts);
