import fc from 'fast-check';
import { Refusal } from '#kernel/core';
import { dueAt } from '../due-at.js';
import type { ClocksCommand } from './clocks.decider.js';
import type { DeadlineState } from './deadline.codes.js';
import { answer, both, contact, grave, leo, promise, rosa, Telling, type ToyFact } from './deadline.examples.js';
import { gapLeft, holidaysOn, type SlowClock, type ToldOfGap, watched } from './slow-clock.examples.js';

const MINUTE = 60_000;
const numRuns = Number(process.env.PROPERTY_RUNS ?? 150);

const NIGHTS: Readonly<Record<string, readonly string[]>> = {
  UTC: ['2026-01-31T00:00Z', '2024-02-29T00:00Z'],
  'America/Chicago': ['2026-03-08T08:00Z', '2026-11-01T07:00Z', '2026-01-31T06:00Z'],
  'America/Havana': ['2026-03-08T05:00Z', '2026-11-01T05:00Z'],
  'America/Nuuk': ['2026-03-29T01:00Z', '2026-10-25T01:00Z'],
  'Australia/Lord_Howe': ['2026-04-04T15:00Z', '2026-10-03T15:30Z'],
};

/** A clock that starts on a full minute near a change of clocks or an end of a month, with up to three pauses. */
const slow: fc.Arbitrary<SlowClock & { days: readonly number[] }> = fc
  .record({
    place: fc
      .constantFrom(...Object.keys(NIGHTS))
      .chain((zone) => fc.record({ zone: fc.constant(zone), night: fc.constantFrom(...NIGHTS[zone]!) })),
    away: fc.integer({ min: -3 * 24 * 60, max: 24 * 60 }),
    limit: fc.oneof(
      fc.record({ clock: fc.constant('MINUTES' as const), amount: fc.nat({ max: 3000 }) }),
      fc.record({ clock: fc.constant('HOURS' as const), amount: fc.nat({ max: 60 }) }),
      fc.record({
        clock: fc.constantFrom('CALENDAR_DAYS' as const, 'BUSINESS_DAYS' as const),
        amount: fc.nat({ max: 5 }),
      }),
      fc.record({ clock: fc.constant('MONTHS' as const), amount: fc.nat({ max: 1 }) }),
    ),
    stays: fc.array(fc.record({ after: fc.integer({ min: 1, max: 2000 }), lasts: fc.integer({ min: 1, max: 4000 }) }), {
      maxLength: 3,
    }),
    days: fc.uniqueArray(fc.integer({ min: 1, max: 31 }), { maxLength: 6 }),
  })
  .map(({ place, away, limit, stays, days }) => {
    const startsAt = Date.parse(place.night) + away * MINUTE;
    let at = startsAt;
    const pauses = stays.map(({ after, lasts }) => {
      const from = at + after * MINUTE;
      at = from + lasts * MINUTE;
      return { from, to: at };
    });
    const isHoliday = (date: string) => days.includes(Number(date.slice(8)));
    return { ...limit, startsAt, zone: place.zone, pauses, isHoliday, days };
  });

const iso = (at: number): string => new Date(at).toISOString();

it('is due when somebody who watches it minute by minute says so, pauses, changes of clocks and ends of months included', () => {
  fc.assert(
    fc.property(slow, (told) => {
      const due = dueAt(
        iso(told.startsAt),
        told,
        told.zone,
        holidaysOn(told.days),
        told.pauses.map(({ from, to }) => ({ from: iso(from), to: iso(to) })),
      );
      expect(due).toBe(iso(watched(told)));
    }),
    { numRuns: Math.min(numRuns, 400) },
  );
});

const night = fc
  .constantFrom(...Object.keys(NIGHTS))
  .chain((zone) => fc.record({ zone: fc.constant(zone), night: fc.constantFrom(...NIGHTS[zone]!) }));
const noHolidays = { pauses: [], isHoliday: () => false } as const;

it('runs as long as was told of it last, from its start, whenever that was told', () => {
  const what = fc.oneof(fc.constant('contact' as const), fc.integer({ min: 1, max: 4 }), fc.constant('none' as const));
  const steps = fc.array(fc.record({ what, after: fc.integer({ min: 1, max: 3000 }), late: fc.nat({ max: 2000 }) }), {
    minLength: 1,
    maxLength: 8,
  });
  fc.assert(
    fc.property(night, steps, ({ zone, night: begin }, told) => {
      const toy = new Telling(zone);
      toy.definitions = [{ ...contact, amount: 5 }];
      let now = Date.parse(begin) - 24 * 60 * MINUTE;
      const gaps: ToldOfGap[] = told.map(({ what: one, after, late }) => {
        now += after * MINUTE;
        const at = one === 'contact' ? now - late * MINUTE : now;
        const fact =
          one === 'contact'
            ? ({ type: 'Contacted', data: { at: iso(at) } } as const)
            : ({ type: 'RhythmWished', data: { at: iso(at), days: one } } as const);
        toy.when(fact, iso(now)).tend(iso(now));
        return { at, what: one };
      });
      const open = toy.all.filter(({ state, metAt }) => state === 'running' || (state === 'missed' && !metAt));
      const left = gapLeft(gaps, 5);
      const due =
        left && watched({ startsAt: left.from, clock: 'CALENDAR_DAYS', amount: left.days, zone, ...noHolidays });
      expect(open.map(({ dueAt: at }) => at)).toEqual(due === undefined ? [] : [iso(due)]);
    }),
    { numRuns: Math.min(numRuns, 400) },
  );
});

it('with a date of its own is due then, and each unit more counts from that date', () => {
  fc.assert(
    fc.property(
      night,
      fc.integer({ min: 1, max: 3000 }),
      fc.integer({ min: 1, max: 4 }),
      ({ zone, night: begin }, ahead, units) => {
        const toy = new Telling(zone);
        toy.definitions = [promise];
        const until = Date.parse(begin) + ahead * MINUTE;
        const data = { at: iso(Date.parse(begin) - MINUTE), promise: 'p', until: iso(until) };
        toy.when({ type: 'Promised', data }).tend(data.at);
        expect(toy.last.dueAt).toBe(iso(until));
        toy.change('ExtendDeadline', data.at, { units, reason: 'complexity' });
        const due = watched({ startsAt: until, clock: 'CALENDAR_DAYS', amount: units, zone, ...noHolidays });
        expect(toy.last).toMatchObject({ dueAt: iso(due), limitAt: iso(until) });
      },
    ),
    { numRuns: Math.min(numRuns, 400) },
  );
});

type Move =
  | { readonly fact: ToyFact }
  | { readonly act: Exclude<ClocksCommand['type'], 'TendClocks'>; readonly with: object }
  | 'tend';

const START = Date.parse('2026-03-02T15:00:00.000Z');
const time = fc.integer({ min: -4 * 24 * 60, max: 12 * 24 * 60 }).map((minutes) => iso(START + minutes * MINUTE));
const move: fc.Arbitrary<Move> = fc.oneof(
  { weight: 3, arbitrary: fc.constant('tend' as const) },
  {
    weight: 3,
    arbitrary: time.chain((at) =>
      fc
        .constantFrom<ToyFact>(
          { type: 'Opened', data: { at, owner: rosa } },
          { type: 'Opened', data: { at } },
          { type: 'OpeningCorrected', data: { at } },
          { type: 'Answered', data: { at } },
          { type: 'PartDone', data: { at, part: 'left' } },
          { type: 'PartDone', data: { at, part: 'right' } },
          { type: 'Contacted', data: { at } },
          { type: 'RhythmWished', data: { at, days: 3 } },
          { type: 'RhythmWished', data: { at, days: 30 } },
          { type: 'RhythmWished', data: { at, days: 'none' } },
          { type: 'Promised', data: { at, promise: 'one', until: iso(START + 4 * 24 * 60 * MINUTE), owner: leo } },
          { type: 'Promised', data: { at, promise: 'two', until: at } },
          { type: 'PromiseKept', data: { at, promise: 'one' } },
          { type: 'HandedOn', data: { owner: leo } },
          { type: 'Reclassified', data: {} },
          { type: 'Voided', data: {} },
          { type: 'Unvoided', data: {} },
        )
        .map((fact) => ({ fact })),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom<Move>(
      { act: 'PauseDeadline', with: { reason: 'patient_wish' } },
      { act: 'PauseDeadline', with: { reason: 'law_enforcement' } },
      { act: 'ResumeDeadline', with: {} },
      { act: 'ExtendDeadline', with: { units: 2, reason: 'complexity' } },
      { act: 'WaiveDeadline', with: { reason: 'not_applicable' } },
      { act: 'ClaimDeadline', with: {} },
      { act: 'ClaimDeadline', with: { by: leo, onlyOwn: true } },
      { act: 'AssignDeadline', with: { owner: leo } },
    ),
  },
);

/** What may become of a deadline (domain.md 8.2). What is waived or cancelled stays so. */
const MOVES: Readonly<Record<DeadlineState, readonly DeadlineState[]>> = {
  running: ['paused', 'met', 'missed', 'waived', 'cancelled'],
  paused: ['running', 'met', 'waived', 'cancelled'],
  met: ['running', 'missed', 'paused'],
  missed: ['running', 'met', 'waived', 'cancelled'],
  waived: [],
  cancelled: [],
};

const play = (moves: readonly { readonly move: Move; readonly after: number }[]): Telling => {
  const toy = new Telling();
  toy.definitions = [answer, both, contact, promise, grave];
  let now = START;
  const note = (act: () => unknown) => {
    const before = new Map(toy.all.map(({ id, state }) => [id, state]));
    try {
      act();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
    for (const { id, state } of toy.all) {
      const was = before.get(id);
      if (was !== undefined && was !== state)
        expect([was, state, MOVES[was].includes(state)]).toEqual([was, state, true]);
    }
  };
  for (const { move: one, after } of moves) {
    now += after * MINUTE;
    if (one === 'tend') note(() => toy.tend(iso(now)));
    else if ('fact' in one) toy.when(one.fact, iso(now));
    else if (toy.all.length > 0) note(() => toy.change(one.act, iso(now), one.with));
  }
  note(() => toy.tend(iso(now)));
  expect(toy.tend(iso(now))).toEqual([]); // asked twice, it changes nothing
  return toy;
};

it('never throws, never goes where it may not, agrees with its facts, and is the same when it is told again', () => {
  const moves = fc.array(fc.record({ move, after: fc.nat({ max: 2 * 24 * 60 }) }), { maxLength: 25 });
  fc.assert(
    fc.property(moves, (told) => {
      const toy = play(told);
      expect(toy.folded).toEqual(toy.all);
      expect(play(told).facts).toEqual(toy.facts);
      for (const { state, metAt, dueAt: due, pauses } of toy.all) {
        if (state === 'running') expect(due >= toy.now).toBe(true);
        if (state === 'met' && metAt !== undefined && pauses.length === 0) expect(metAt <= due).toBe(true);
      }
    }),
    { numRuns },
  );
});
