import fc from 'fast-check';
import type { Recorded } from '#kernel/core';
import { concernGoesOn } from './concern-steps.examples.js';
import { ConcernStory } from './concern-story.examples.js';
import { id, lakeside, type MeasuredFact, recordedFrom, stMary } from './history.examples.js';
import { goesOnToOutcome, LAST_STEP } from './outcome-steps.examples.js';
import { OutcomeStory } from './outcome-story.examples.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Days around a daylight saving change, a month's and a quarter's end, and holidays. */
const BEGINNINGS = ['2026-01-16T20:00:00.000Z', '2026-03-06T16:00:00.000Z', '2026-03-31T23:30:00.000Z'];
const ZONES = ['America/Chicago', 'UTC', 'Pacific/Auckland', 'Asia/Kolkata'];
const SOURCES = [
  'staff_report',
  'staff_report',
  'claim_notice',
  'chart_trigger',
  'mortality_review',
  'attorney_letter',
  'patient_phone',
  'regulator',
  'ehr_alert',
] as const;
const PRECISIONS = ['exact', 'minute', 'minute', 'hour', 'day', 'estimated'] as const;

/** How long after it was something is entered: at once, a little late, or days late. */
const delay = fc.constantFrom(0, 0, 0, 3 * HOUR, 5 * HOUR, 30 * HOUR, 200 * HOUR);
/** When something is, after the beginning: close to the limits of minutes, of a day, of business days, and of 90 or 180 days. */
const after = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 90 }).map((minutes) => minutes * MINUTE) },
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 24 * 12 }).map((hours) => hours * HOUR) },
  { weight: 1, arbitrary: fc.integer({ min: 12, max: 200 }).map((days) => days * 24 * HOUR) },
  { weight: 1, arbitrary: fc.constantFrom(89, 91, 102, 179, 181, 192).map((days) => days * 24 * HOUR) },
);
const step = fc.record({ what: fc.nat(LAST_STEP), after, delay, second: fc.boolean() });
const place = {
  beginning: fc.constantFrom(...BEGINNINGS),
  zone: fc.constantFrom(...ZONES),
  facility: fc.constantFrom(stMary, lakeside),
};

const story = fc.record({
  ...place,
  eventClass: fc.constantFrom('incident', 'incident', 'near_miss', 'unsafe_condition'),
  harmed: fc.constantFrom('patient', 'patient', 'patient', 'staff', 'visitor'),
  harmReported: fc.constantFrom('mild', 'severe', 'no_harm', undefined),
  source: fc.constantFrom(...SOURCES),
  happened: fc.constantFrom(0, 29, 31),
  discovered: fc.constantFrom(0, 29, 30, 31, 600),
  precision: fc.constantFrom(...PRECISIONS),
  steps: fc.array(step, { maxLength: 18 }),
});
type Told = typeof story extends fc.Arbitrary<infer T> ? T : never;

const concern = fc.record({
  ...place,
  received: fc.constantFrom(0, 3, 30, 24 * 6),
  reachable: fc.constantFrom(true, true, true, false),
  stillAtRisk: fc.boolean(),
  quarantined: fc.constantFrom(false, false, false, true),
  channel: fc.constantFrom('web_form', 'letter', 'phone'),
  language: fc.constantFrom('en', 'es'),
  steps: fc.array(step, { maxLength: 10 }),
});
type ToldConcern = typeof concern extends fc.Arbitrary<infer T> ? T : never;

const safetyEventTold = (all: readonly Told[], index: number): OutcomeStory => {
  const { beginning, zone, facility, happened, discovered, precision, steps, harmReported, ...told } = all[
    index
  ] as Told;
  const begin = Date.parse(beginning);
  const back = (time: number) => new Date(begin - time).toISOString();
  const one = new OutcomeStory(index, zone, facility).reported(beginning, {
    ...told,
    ...(harmReported && { harmReported }),
    eventAt: { value: back(happened * 24 * HOUR), precision: 'hour' },
    discoveredAt: { value: back(discovered * MINUTE), precision },
  });
  const into = mergeable(all, index);
  for (const next of steps) {
    goesOnToOutcome(one, next, begin, into && { id: id(1, into.index), from: into.from });
    const last = one.entries.at(-1);
    // of its second case, or of somebody else who was involved
    if (next.second && last && last.category !== 'safety-event')
      one.entries[one.entries.length - 1] = {
        ...last,
        id: id(last.category === 'resolution-case' ? 2 : 4, 500 + index),
      };
  }
  return one;
};

const concernTold = (all: readonly ToldConcern[], index: number): ConcernStory => {
  const { beginning, zone, facility, received, quarantined, steps, ...told } = all[index] as ToldConcern;
  const begin = Date.parse(beginning);
  const one = new ConcernStory(index, zone, facility).submitted(beginning, {
    ...told,
    receivedAt: new Date(begin - received * HOUR).toISOString(),
    ...(quarantined && { quarantine: 'flood' }),
  });
  const into = mergeable(all, index);
  for (const next of steps) concernGoesOn(one, next, begin, into && { id: id(3, into.index), from: into.from });
  return one;
};

/** The one before may take it in, once both are there: nobody merges into what nobody has reported. */
const mergeable = (all: readonly { readonly beginning: string }[], index: number) => {
  const before = all[index - 1];
  if (!before) return undefined;
  const from = Math.max(Date.parse(before.beginning), Date.parse(all[index]?.beginning ?? ''));
  return { index: index - 1, from };
};

/** Histories of several safety events with their cases, and of concerns, all mixed by when they were entered. */
export const histories: fc.Arbitrary<Recorded<MeasuredFact>[]> = fc
  .tuple(fc.array(story, { maxLength: 3 }), fc.array(concern, { maxLength: 3 }))
  .filter(([stories, concerns]) => stories.length + concerns.length > 0)
  .map(([stories, concerns]) =>
    recordedFrom(
      ...stories.map((_, index) => safetyEventTold(stories, index)),
      ...concerns.map((_, index) => concernTold(concerns, index)),
    ),
  );
