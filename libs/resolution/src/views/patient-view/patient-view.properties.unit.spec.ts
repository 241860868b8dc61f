import fc from 'fast-check';
import type { Told } from '../../record/case.reading.js';
import { resolutionCaseCatalogue } from '../../resolution-case/resolution-case.events.js';
import { chronologyOf } from '../chronology/chronology.js';
import { ENDS_OFFER } from './offers-told.js';
import { patientViewOf } from './patient-view.js';

const numRuns = Number(process.env.PROPERTY_RUNS ?? 500);

type Type = Told['type'];
interface Shared {
  readonly type: Type;
  readonly at: string;
  readonly said: Readonly<Record<string, unknown>>;
}

/** Times and words are few, so that what is put together by an id or compared by a time meets its like. */
const value = fc.constantFrom<unknown>('one', 'two', 'three', 4, true, ['one'], { erased: true });
const at = fc.integer({ min: 0, max: 50 }).map((day) => new Date(Date.UTC(2026, 2, 1 + day)).toISOString());
const fieldsOf = (type: Type, shared: boolean): readonly string[] =>
  Object.entries(resolutionCaseCatalogue.find((shape) => shape.type === type)?.fields ?? {})
    .filter(([, { label }]) => (label === 'SHARED') === shared)
    .map(([name]) => name);
const TYPES: readonly Type[] = resolutionCaseCatalogue.map(({ type }) => type);
const TELLING = TYPES.filter((type) => fieldsOf(type, true).length > 0);

/** Some of these fields, each with a value; at least so many. */
const some = (names: readonly string[], least: number) =>
  fc
    .subarray([...names], { minLength: Math.min(least, names.length) })
    .chain((kept) => fc.tuple(...kept.map((name) => fc.tuple(fc.constant(name), value))))
    .map((pairs): Readonly<Record<string, unknown>> => Object.fromEntries(pairs));

/** A step that the patient knows of: by a field that is theirs, or as the end of an offer. */
const known: fc.Arbitrary<Shared> = fc.constantFrom(...TELLING, ...ENDS_OFFER).chain((type) =>
  fc.record({
    type: fc.constant(type),
    at,
    said: some(fieldsOf(type, true), 1),
  }),
);

/** A step that says nothing to the patient, of any type but the ends of offers. */
const unknown: fc.Arbitrary<Told> = fc
  .constantFrom(...TYPES.filter((type) => !ENDS_OFFER.includes(type)))
  .chain((type) =>
    fc.record({
      type: fc.constant(type),
      occurredAt: at,
      said: some(fieldsOf(type, false), 0),
    }),
  );

/** A history of these steps, with everything else in it made up: fields, steps between, the times of steps without fields. */
const around = (steps: readonly Shared[]): fc.Arbitrary<readonly Told[]> =>
  fc
    .tuple(
      ...steps.map(({ type, at: known, said }) =>
        fc.record({
          before: fc.array(unknown, { maxLength: 3 }),
          time: ENDS_OFFER.includes(type) ? at : fc.constant(known),
          more: some(fieldsOf(type, false), 0),
          type: fc.constant(type),
          said: fc.constant(said),
        }),
      ),
    )
    .map((made) =>
      made.flatMap(({ before, time, more, type, said }): Told[] => [
        ...before,
        { type, occurredAt: time, said: { ...more, ...said } },
      ]),
    );

const pair = fc.array(known, { maxLength: 12 }).chain((steps) => fc.tuple(around(steps), around(steps)));

describe('what a patient may read', () => {
  it('tells nothing of what is not theirs: two histories that differ in that alone read the same', () =>
    fc.assert(
      fc.property(pair, ([one, other]) => {
        expect(JSON.stringify(patientViewOf(one))).toBe(JSON.stringify(patientViewOf(other)));
        expect(JSON.stringify(chronologyOf(one, 'share-safe'))).toBe(JSON.stringify(chronologyOf(other, 'share-safe')));
      }),
      { numRuns },
    ));

  it('is put to the test by histories that do differ', () => {
    const pairs = fc.sample(pair, { numRuns: 100, seed: 1 });
    const differ = pairs.filter(
      ([one, other]) => JSON.stringify(chronologyOf(one, 'full')) !== JSON.stringify(chronologyOf(other, 'full')),
    );
    const tell = pairs.filter(([one]) => patientViewOf(one).told.length + patientViewOf(one).offers.length > 0);
    expect(differ.length).toBeGreaterThan(50);
    expect(tell.length).toBeGreaterThan(50);
  });
});
