import type { CaregiverSupportFact } from '#caregiver-support/contracts';
import type { ConcernFact } from '#concerns/contracts';
import type { Instant, Recorded } from '#kernel/core';
import { bound } from '#kernel/readers';
import type { ResolutionCaseFact } from '#resolution/contracts';
import type { SafetyEventFact } from '#safety-events/contracts';
import type { SubjectRow } from './measure-subject.row.js';
import { measureSubjects } from './measure-subjects.projection.js';
import { subjectBonds } from './settle.js';

export const stMary = '0192a000-0000-7000-8000-000000000010';
export const lakeside = '0192a000-0000-7000-8000-000000000011';
export const rosa = '0192a000-0000-7000-8000-000000000021';
export const ana = '0192a000-0000-7000-8000-000000000042';

export type MeasuredFact = SafetyEventFact | ResolutionCaseFact | CaregiverSupportFact | ConcernFact;

/** A fact of a safety event, its case, the support of somebody involved, or a concern, when it was and when the ledger heard of it. */
export interface Entry {
  readonly fact: MeasuredFact;
  readonly category: 'safety-event' | 'resolution-case' | 'caregiver-support' | 'concern';
  readonly id: string;
  readonly at: Instant;
  readonly recordedAt: Instant;
  readonly facility?: string;
  readonly zone?: string;
}

/** Ids of safety events, cases, concerns and supports, by number. */
export const id = (kind: 1 | 2 | 3 | 4, number: number): string =>
  `0192a000-0000-7000-8000-0000000${kind}${String(number).padStart(4, '0')}`;

const ORG = '00000000-0000-7000-8000-000000000001';

/** The stories as a ledger holds them: in the order in which it heard of them. */
export const recordedFrom = (...stories: readonly Told[]): Recorded<MeasuredFact>[] =>
  stories
    .flatMap(({ entries }) => entries)
    .sort((a, b) => (a.recordedAt < b.recordedAt ? -1 : a.recordedAt > b.recordedAt ? 1 : 0))
    .map(
      (entry, index): Recorded<MeasuredFact> => ({
        ledger: 1,
        position: index + 1,
        org: ORG,
        stream: `${entry.category}-${entry.id}`,
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

type Fold = (event: Recorded, row: unknown) => SubjectRow | undefined;
export type Rows = ReadonlyMap<string, SubjectRow>;

/** The view after these events, as one batch. */
export const foldedOver = (events: readonly Recorded<MeasuredFact>[], rows: Rows = new Map()): Rows => {
  const after = new Map(rows);
  const changed = new Set<string>();
  for (const event of events) {
    const key = measureSubjects.key(event);
    const row = (measureSubjects.on[event.type] as Fold | undefined)?.(event, after.get(key));
    if (row) after.set(key, row);
    if (row) changed.add(key);
  }
  for (const set of bound(after, subjectBonds.of, changed)) {
    const those = new Map([...after].filter(([key]) => set.has(key)));
    for (const [key, row] of subjectBonds.settle(those)) after.set(key, row);
  }
  return after;
};

interface Told {
  readonly entries: readonly Entry[];
}

/** The measure facts of stories. */
export const factsOfStory = (...stories: readonly Told[]) =>
  [...foldedOver(recordedFrom(...stories)).values()].flatMap(({ facts }) => facts);

/** The counts that stories are in. */
export const countsOfStory = (...stories: readonly Told[]) =>
  [...foldedOver(recordedFrom(...stories)).values()].flatMap(({ counts }) => counts);
