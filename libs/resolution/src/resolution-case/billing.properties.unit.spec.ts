import fc from 'fast-check';
import { Refusal } from '#kernel/core';
import { allMet, billSent, revise, waive } from './care.examples.js';
import { caseOf, STATES } from './case-states.examples.js';
import * as course from './course.examples.js';
import { advise, makeOffer } from './offers.examples.js';
import { type ResolutionCaseCommand, resolutionCaseDecider } from './resolution-case.decider.js';
import type { ResolutionCaseFact } from './resolution-case.events.js';
import {
  allAssessed,
  assess,
  closeCase,
  determine,
  explain,
  holdPlaced,
  openDetermination,
  placeHold,
  releaseHold,
  resolve,
} from './resolution-case.examples.js';

const as = (determination: 'reasonable' | 'unreasonable' | 'mixed' | 'undetermined'): ResolutionCaseCommand => ({
  ...determine,
  data: { ...determine.data, determination },
});
const assessing = (facts: typeof allAssessed | typeof allMet): readonly ResolutionCaseCommand[] =>
  facts.map(({ data: { criterion, result } }) => assess(criterion, result));

/** Steps that people take one after another: alone most of them would be refused most of the time. */
const WAY: readonly (readonly ResolutionCaseCommand[])[] = [
  [placeHold],
  [openDetermination, ...assessing(allAssessed), as('reasonable')],
  [openDetermination, ...assessing(allMet), as('unreasonable')],
  [explain],
  [revise],
  [advise, makeOffer],
  [resolve, closeCase, course.reopen],
];
const ASIDE: readonly (readonly ResolutionCaseCommand[])[] = [
  [releaseHold],
  [waive],
  [openDetermination],
  [assess('standard', 'undetermined')],
  [as('mixed')],
  [as('undetermined')],
  [course.placeOnHold],
  [course.resume],
  [course.recordSuit],
  [course.comeBack],
  [resolve],
];
const steps = fc.array(
  fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...WAY) }, { weight: 1, arbitrary: fc.constantFrom(...ASIDE) }),
  { minLength: 5, maxLength: 25 },
);

type Told = readonly ResolutionCaseFact[];
const last = (told: Told, ...types: readonly ResolutionCaseFact['type'][]): number =>
  told.findLastIndex(({ type }) => types.includes(type));

/** INV-26, read from what happened rather than from the state: this time through, what stands was told after it was found. */
const heardOfIt = (told: Told): boolean => {
  const cycle = told.slice(last(told, 'ResolutionCaseReopened') + 1);
  const at = last(cycle, 'CareDeterminationMade');
  const made = cycle[at];
  return (
    made?.type === 'CareDeterminationMade' &&
    made.data.determination !== 'undetermined' &&
    at > last(cycle, 'DeterminationRevised') &&
    last(cycle, 'ReasonableCareExplained', 'OfferMade', 'ResolutionReached') > at
  );
};
const isHeld = (told: Told): boolean =>
  last(told, 'BillingHoldPlaced') > last(told, 'BillingHoldReleased', 'BillingWaived');

const answerOf = (one: ResolutionCaseCommand, told: Told): Told | string => {
  try {
    return resolutionCaseDecider.decide(one, caseOf(told));
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
};

it('a hold is released where the care was determined and the patient was told, and nowhere else (INV-26)', () => {
  const answers = new Set<unknown>();
  fc.assert(
    fc.property(steps, (taken) => {
      let told: Told = [...STATES.reviewing, holdPlaced];
      for (const one of taken.flat()) {
        const open = caseOf(told).status !== 'closed';
        const releasing = answerOf(releaseHold, told);
        const expected = isHeld(told) && heardOfIt(told);
        expect([open, typeof releasing !== 'string']).toEqual([open, open && expected]);
        answers.add(typeof releasing === 'string' ? releasing : 'released');
        const answer = answerOf(one, told);
        if (typeof answer !== 'string') told = [...told, ...answer];
      }
      // a bill that went out while it was held can be recorded ever after
      expect(typeof answerOf(billSent(holdPlaced.data.placedAt), told)).toBe('object');
    }),
    { numRuns: Number(process.env.PROPERTY_RUNS ?? 1000) },
  );
  expect([...answers]).toEqual(
    expect.arrayContaining(['released', 'resolution-case/hold-too-early', 'resolution-case/no-hold']),
  );
});
