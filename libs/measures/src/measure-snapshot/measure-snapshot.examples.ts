import type { TakeMeasureSnapshot } from './measure-snapshot.decider.js';
import type { MeasureSnapshotFact } from './measure-snapshot.events.js';

/** March of CRP-02, counted in the middle of April: 19 of 21 in time. */
export const takeMarch = {
  type: 'TakeMeasureSnapshot',
  data: {
    measure: 'CRP-02',
    definitionVersion: 2,
    asOfPosition: 4711,
    asOf: '2026-04-15T14:00:00.000Z',
    kind: 'month',
    periods: ['2026-03'],
    figures: [
      {
        period: '2026-03',
        people: 'patients',
        by: 'all',
        of: 'all',
        numerator: 19,
        denominator: 21,
        excluded: 2,
        exceptions: 0,
        notMatured: 0,
        lateEntries: 1,
        reopened: 0,
        timed: 21,
        done: 21,
        medianMinutes: 17.5,
        p90Minutes: 31,
      },
    ],
    endsAt: '2026-04-01T12:00:00.000Z',
    provisional: false,
    by: '0192a000-0000-7000-8000-000000000021',
  },
} as const satisfies TakeMeasureSnapshot;

const { endsAt: _endsAt, by, ...frozen } = takeMarch.data;
export const marchTaken = {
  type: 'MeasureSnapshotTaken',
  data: { ...frozen, takenBy: by },
} as const satisfies MeasureSnapshotFact;
