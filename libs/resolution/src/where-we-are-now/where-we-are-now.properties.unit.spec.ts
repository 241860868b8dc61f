import fc from 'fast-check';
import { type EventType, type Field, type Recorded, ROLES } from '#kernel/core';
import { recorded } from '#kernel/readers/testing';
import { factsCatalogue, type KeptFact } from '../facts/facts.events.js';
import { type ResolutionCaseFact, resolutionCaseCatalogue } from '../resolution-case/resolution-case.events.js';
import { opened, rowAfter } from './opened.examples.js';
import { CLEARED, NAMED, TOLD } from './told.allow-list.js';
import { stepsOf, whereWeAreNowOf } from './where-we-are-now.js';

/*
 * Non-interference (domain.md 7.5, 7.8): two histories that agree in all that the allow-list names, and differ in
 * everything else, are one and the same to the patient, byte for byte. A history is of both streams: the case, and the
 * facts that are kept for it.
 */

type Told = ResolutionCaseFact | KeptFact;
type Fact = Recorded<Told>;
const SEEN: Readonly<Record<string, readonly string[]>> = { ...TOLD, ...NAMED, ...CLEARED };
const SHAPES: readonly EventType[] = [...resolutionCaseCatalogue, ...factsCatalogue];
const seenShapes = SHAPES.filter(({ type }) => type in SEEN);
const unseenShapes = SHAPES.filter(({ type }) => !(type in SEEN));

const uuid = fc.uuid({ version: 7 });
const instant = fc
  .date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString());
const words = fc.string({ minLength: 1, maxLength: 30, unit: 'grapheme-ascii' });

/** What a kind names when it refuses something: its codes. */
const codesOf = (problem: string | undefined): readonly string[] =>
  problem?.match(/one of (.+)$/)?.[1]?.split(', ') ?? [];

/** Any value that a kind takes, of all that might be tried on it. */
const anyOf = ({ kind }: Field): fc.Arbitrary<unknown> => {
  const listed = kind.problem([]) === undefined;
  const codes = codesOf(kind.problem(listed ? [Symbol('none')] : Symbol('none')));
  const tried: fc.Arbitrary<unknown>[] = [
    ...(codes.length > 0 ? [fc.constantFrom(...codes)] : []),
    uuid,
    instant,
    fc.boolean(),
    fc.integer({ min: 2, max: 300 }),
    fc.record({ from: instant, until: instant }),
    fc.record({ cents: fc.integer({ min: 0, max: 1_000_000 }) }),
    fc.record({ promise: uuid, owner: uuid, dueAt: instant, handedOver: fc.boolean() }),
    fc.constantFrom('us-co', 'us-ia', '2026-1'),
    words,
  ];
  const wrapped = tried.map((one) => (listed ? one.map((value) => [value]) : one));
  const taken = wrapped.filter((one) => fc.sample(one, { numRuns: 3, seed: 1 }).every((value) => !kind.problem(value)));
  const [first, ...others] = taken;
  if (!first) throw new Error(`No value is known that ${kind.problem(undefined)}`);
  return fc.oneof(first, ...others);
};

const fieldOf = (field: Field): fc.Arbitrary<unknown> => {
  const value = field.sealed ? anyOf(field).map((clear) => ({ clear })) : anyOf(field);
  return field.optional ? fc.option(value, { nil: undefined }) : value;
};

/** Few kept facts, so that what is cleared, told and taken back is often the same. */
const entry = fc.constantFrom(...[1, 2, 3].map((nth) => `0192a000-0000-7000-8000-00000000030${nth}`));
const ENTRIES: Readonly<Record<string, fc.Arbitrary<unknown>>> = { entry, factIds: fc.array(entry, { maxLength: 3 }) };

/** Data of a type: the fields that these names choose. */
const dataOf = ({ fields }: EventType, chosen: (name: string) => boolean): fc.Arbitrary<object> =>
  fc.record(
    Object.fromEntries(
      Object.entries(fields)
        .filter(([name]) => chosen(name))
        .map(([name, field]) => [name, ENTRIES[name] ?? fieldOf(field)]),
    ),
  );

/** All of an envelope but the event's id, its type and when it came to pass. */
const envelope = fc.record({
  position: fc.nat(),
  revision: fc.nat(),
  recordedAt: instant,
  commandId: uuid,
  correlationId: uuid,
  actor: fc.record({ kind: fc.constant('staff' as const), id: uuid, role: fc.constantFrom(...ROLES) }),
  meta: fc.record({ facility: uuid, zone: fc.constantFrom('UTC', 'America/Chicago'), approver: uuid }),
});

/** A fact as two histories have it that agree in what the patient may see. */
const pairOf = (shape: EventType) => {
  const isSeen = (name: string) => SEEN[shape.type]?.includes(name) ?? false;
  const hidden = fc.record({ data: dataOf(shape, (name) => !isSeen(name)), around: envelope });
  return fc
    .record({ eventId: uuid, occurredAt: instant, seen: dataOf(shape, isSeen), one: hidden, other: hidden })
    .map(({ eventId, occurredAt, seen, one, other }) => {
      const fact = ({ data, around }: typeof one) =>
        recorded({ type: shape.type, data: { ...data, ...seen } } as Told, {
          ...around,
          eventId,
          occurredAt,
        });
      return [fact(one), fact(other)] as const;
    });
};

const pairs = new Map(seenShapes.map((shape) => [shape.type, pairOf(shape)]));
const begin = pairs.get('ResponseTeamActivated') as ReturnType<typeof pairOf>;
const seen = fc.oneof(...pairs.values());

/** What the patient may not know of: there in one history, or in the other, or in both. */
const unseen = fc.oneof(
  ...unseenShapes.map((shape) =>
    fc
      .record({ data: dataOf(shape, () => true), around: envelope, eventId: uuid, occurredAt: instant })
      .map(({ data, around, ...told }) => recorded({ type: shape.type, data } as Told, { ...around, ...told })),
  ),
);

/** Two histories, step by step: what both have, and what either has besides. */
const histories = fc
  .tuple(
    begin,
    fc.array(fc.record({ seen, one: fc.array(unseen, { maxLength: 2 }), other: fc.array(unseen, { maxLength: 2 }) }), {
      maxLength: 12,
    }),
  )
  .map(([first, rest]) => {
    const side = (at: 0 | 1, name: 'one' | 'other'): readonly Fact[] => [
      first[at],
      ...rest.flatMap((step) => [...step[name], step.seen[at]]),
    ];
    return [side(0, 'one'), side(1, 'other')] as const;
  });

const sightOf = (history: readonly Fact[], now: string) => {
  const row = rowAfter(history);
  const told = opened(row);
  return {
    row: JSON.stringify(row),
    page: JSON.stringify(whereWeAreNowOf(told, now)),
    chronology: JSON.stringify(stepsOf(told.told)),
  };
};

it('what the patient may not see changes nothing of what they see, nor of what is safe to share', () => {
  fc.assert(
    fc.property(histories, instant, ([one, other], now) => expect(sightOf(one, now)).toEqual(sightOf(other, now))),
    { numRuns: Number(process.env.PROPERTY_RUNS ?? 500) },
  );
});

it('whatever comes to pass, the patient sees no word that they were not told', () => {
  const hidden = 'what nobody told them';
  fc.assert(
    fc.property(
      fc.array(
        fc.oneof(
          seen.map(([fact]) => fact),
          unseen,
        ),
        { maxLength: 20 },
      ),
      instant,
      (facts, now) => {
        const marked = facts.map((fact) => {
          const shape = SHAPES.find(({ type }) => type === fact.type) as EventType;
          const data = Object.entries(fact.data).map(([name, value]) =>
            shape.fields[name]?.sealed && shape.fields[name]?.label !== 'SHARED'
              ? [name, { clear: hidden }]
              : [name, value],
          );
          return { ...fact, data: Object.fromEntries(data) } as Fact;
        });
        expect(Object.values(sightOf(marked, now)).join()).not.toContain(hidden);
      },
    ),
    { numRuns: Number(process.env.PROPERTY_RUNS ?? 500) },
  );
});

it('what was cleared shows nothing, nor that it was taken back, as long as it was not told', () => {
  const untold = fc.array(
    fc.oneof(...Object.keys(CLEARED).map((type) => pairs.get(type) as ReturnType<typeof pairOf>)),
    {
      maxLength: 6,
    },
  );
  const steps = fc.array(fc.record({ seen, untold }), { maxLength: 8 });
  const shown = (history: readonly Fact[], now: string) => {
    const { page, chronology } = sightOf(history, now);
    return { page, chronology };
  };
  fc.assert(
    fc.property(begin, steps, instant, ([first], rest, now) => {
      const toldIds = rest.flatMap(
        (step) => (step.seen[0].data as { readonly factIds?: readonly string[] }).factIds ?? [],
      );
      const isTold = ({ data }: Fact) => 'entry' in data && toldIds.includes(data.entry);
      const [without, withUntold] = [
        rest.map((step) => step.seen[0]),
        rest.flatMap((step) => [...step.untold.map(([fact]) => fact).filter((fact) => !isTold(fact)), step.seen[0]]),
      ];
      expect(shown([first, ...withUntold], now)).toEqual(shown([first, ...without], now));
    }),
    { numRuns: Number(process.env.PROPERTY_RUNS ?? 500) },
  );
});
