import fc from 'fast-check';
import type { Recorded } from '#kernel/core';
import { type Entry, id, lakeside, type MeasuredFact, recordedFrom, Story, stMary } from './history.examples.js';

const HOUR = 3_600_000;
/** Days around a daylight saving change, a month's and a quarter's end, and holidays. */
const BEGINNINGS = ['2026-01-16T20:00:00.000Z', '2026-03-06T16:00:00.000Z', '2026-03-31T23:30:00.000Z'];
const ZONES = ['America/Chicago', 'UTC', 'Pacific/Auckland', 'Asia/Kolkata'];
const SOURCES = ['staff_report', 'claim_notice', 'chart_trigger', 'mortality_review', 'attorney_letter'] as const;

/** How long after it was something is entered: at once, a little late, or days late. */
const delay = fc.constantFrom(0, 0, 0, 3 * HOUR, 5 * HOUR, 30 * HOUR, 200 * HOUR);
/** When something is, after the beginning: close to the limits of minutes, of a day, and of business days. */
const after = fc.oneof(
  fc.integer({ min: 0, max: 90 }).map((minutes) => minutes * 60_000),
  fc.integer({ min: 0, max: 24 * 12 }).map((hours) => hours * HOUR),
);
const step = fc.record({
  what: fc.integer({ min: 0, max: 17 }),
  after,
  delay,
  second: fc.boolean(),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** The ways in which a story may go on: in any order, and as often as it comes. */
const goesOn = (story: Story, { what, after: at, delay: late }: Step, begin: number): Story => {
  const time = new Date(begin + at).toISOString();
  const recorded = new Date(begin + at + late).toISOString();
  switch (what) {
    case 0:
    case 1:
      return story.identified(time, recorded);
    case 2:
      return story.eligible(time, true, recorded);
    case 3:
      return story.eligible(time, false, recorded);
    case 4:
    case 5:
      return story.activated(time, 'yes', recorded);
    case 6:
      return story.activated(time, 'unknown', recorded);
    case 7:
      return story.talked(time, recorded);
    case 8:
      return story.unable(time, recorded);
    case 9:
      return story.held(time, recorded);
    case 10:
      return story.billable(time, late > 0 ? 'no' : 'yes');
    case 11:
    case 12:
      return story.confirmed(time, what === 11, recorded);
    case 13:
      return story.told(time, 'board', recorded);
    case 14:
      return story.told(time, 'c_suite', recorded);
    case 15:
      return story.triaged(time, 'severe', late > 0 ? 'near_miss' : 'incident');
    case 16:
      return late > 0 ? story.withdrawn(time) : story.voided(time);
    default:
      return story.requested(time);
  }
};

const story = fc.record({
  beginning: fc.constantFrom(...BEGINNINGS),
  zone: fc.constantFrom(...ZONES),
  facility: fc.constantFrom(stMary, lakeside),
  harmed: fc.constantFrom('patient', 'patient', 'patient', 'staff', 'visitor'),
  source: fc.constantFrom(...SOURCES),
  happened: fc.constantFrom(0, 29, 31),
  steps: fc.array(step, { maxLength: 12 }),
});

/** Histories of several safety events with their cases, events of all of them mixed by when they were entered. */
export const histories: fc.Arbitrary<Recorded<MeasuredFact>[]> = fc
  .array(story, { minLength: 1, maxLength: 3 })
  .map((told) =>
    recordedFrom(
      ...told.map(({ beginning, zone, facility, harmed, source, happened, steps }, index) => {
        const begin = Date.parse(beginning);
        const value = new Date(begin - happened * 24 * HOUR).toISOString();
        const eventAt = { value, precision: 'hour' } as const;
        const one = new Story(index, zone, facility).reported(beginning, { harmed, source, eventAt });
        for (const next of steps) {
          goesOn(one, next, begin);
          if (next.second) inSecondCase(one.entries, index);
        }
        return one;
      }),
    ),
  );

/** Moves the last entry, if it is of a case, to another case of the same safety event. */
const inSecondCase = (entries: Entry[], index: number): void => {
  const last = entries.at(-1);
  if (last?.case) entries[entries.length - 1] = { ...last, case: id(2, 500 + index) };
};
