import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { type EventType, eventProblem, Refusal } from '#kernel/core';
import { caseOf } from './case-states.examples.js';
import { nextFor, PROPOSED, worthTrying } from './next.js';
import { anyStory, commandOf } from './random-commands.examples.js';
import { CASE_STATES, OPEN_STATES } from './resolution-case.codes.js';
import { type ResolutionCaseCommand, resolutionCaseDecider } from './resolution-case.decider.js';
import { type CaseFact, type ResolutionCaseFact, resolutionCaseCatalogue } from './resolution-case.events.js';
import { rosa } from './resolution-case.examples.js';
import type { Asking, ResolutionCase } from './resolution-case.rules.js';

const { decide, evolve } = resolutionCaseDecider;
const SHAPES: ReadonlyMap<string, EventType> = new Map(resolutionCaseCatalogue.map((shape) => [shape.type, shape]));

/** Where every case that is open may go, whatever else it may. */
const ASIDE = ['on_hold', 'outside', 'declined', 'transferred', 'merged', 'withdrawn'];

/** The states of domain.md 8.8 and what may come of each; what was asked for, or begun and not told of, is withdrawn. */
const MOVES: Readonly<Record<string, readonly string[]>> = {
  none: ['requested'],
  requested: ['activated', 'withdrawn'],
  activated: ['disclosing', 'reviewing', ...ASIDE],
  disclosing: ['reviewing', ...ASIDE],
  reviewing: ['determining', ...ASIDE],
  determining: ['explained', 'offer_preparing', 'resolved', ...ASIDE],
  explained: ['determining', 'resolved', ...ASIDE],
  offer_preparing: ['offered', 'resolved', ...ASIDE],
  offered: ['negotiating', 'resolved', ...ASIDE],
  // what came back from outside before its care was judged, or heard of, is judged and explained then
  negotiating: ['determining', 'explained', 'offered', 'resolved', ...ASIDE],
  on_hold: [...OPEN_STATES, ...ASIDE],
  outside: ['negotiating', 'resolved', 'withdrawn'],
  declined: ['reviewing', 'resolved', 'withdrawn'],
  transferred: [],
  merged: [],
  resolved: ['closed', 'withdrawn'],
  closed: ['reviewing'],
  withdrawn: ['requested'],
};

/** What a command comes to, or the code of its refusal; anything else that is thrown is a defect. */
const answerOf = (one: ResolutionCaseCommand, before: ResolutionCase): readonly ResolutionCaseFact[] | string => {
  try {
    return decide(one, before);
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
};
const follows = (one: ResolutionCaseCommand, before: ResolutionCase): boolean => {
  const answer = answerOf(one, before);
  return typeof answer !== 'string' && answer.length > 0;
};

type Told = readonly ResolutionCaseFact[];
const all = <T extends ResolutionCaseFact['type']>(told: Told, type: T): readonly CaseFact<T>[] =>
  told.filter((fact): fact is CaseFact<T> => fact.type === type);
const last = (told: Told, ...types: readonly ResolutionCaseFact['type'][]): number =>
  told.findLastIndex(({ type }) => types.includes(type));

/** INV-27, read from what happened in this cycle rather than from the state. */
const GROUNDS: Readonly<Record<CaseFact<'ResolutionReached'>['data']['kind'], (cycle: Told, told: Told) => boolean>> = {
  explained: (cycle) => last(cycle, 'ReasonableCareExplained') > last(cycle, 'DeterminationRevised'),
  financial: (cycle) => last(cycle, 'PaymentMade') > last(cycle, 'OfferAccepted') && last(cycle, 'OfferAccepted') >= 0,
  non_financial: (cycle) => last(cycle, 'OfferAccepted') > last(cycle, 'OfferMade'),
  patient_declined: (_, told) => last(told, 'PatientDeclinedProgram', 'OfferDeclined') >= 0,
  unreachable: (_, told) => all(told, 'DisclosureAttempted').length >= 3,
  claim_path: (cycle) => last(cycle, 'SuitFiled', 'ClaimReceived') > last(cycle, 'CaseReturnedFromOutside'),
};

const checkReached = ({ data }: CaseFact<'ResolutionReached'>, told: Told): void => {
  const cycle = told.slice(last(told, 'ResolutionCaseReopened') + 1);
  expect([data.kind, GROUNDS[data.kind](cycle, told)]).toEqual([data.kind, true]);
};

/** INV-28, the same way: every question answered, every promise kept or another's, what a review found told. */
const checkClosed = (told: Told): void => {
  const absorbed = all(told, 'ResolutionCaseAbsorbed').map(({ data }) => data);
  const answered = new Set(all(told, 'PatientQuestionAnswered').map(({ data }) => data.question));
  const questions = [
    ...all(told, 'PatientQuestionAsked').map(({ data }) => data.question),
    ...absorbed.flatMap((one) => one.questions),
  ];
  expect(questions.filter((one) => !answered.has(one))).toEqual([]);
  const settled = new Set([
    ...[...all(told, 'PatientPromiseKept'), ...all(told, 'PatientPromiseHandedOver')].map(({ data }) => data.promise),
    ...absorbed.flatMap(({ promises }) => promises.filter((one) => one.handedOver).map(({ promise }) => promise)),
  ]);
  const promises = [
    ...all(told, 'PatientPromiseMade').map(({ data }) => data.promise),
    ...absorbed.flatMap((one) => one.promises.map(({ promise }) => promise)),
  ];
  expect(promises.filter((one) => !settled.has(one))).toEqual([]);
  const held = absorbed.some(({ billHeld }) => billHeld) ? last(told, 'ResolutionCaseAbsorbed') : -1;
  expect(Math.max(last(told, 'BillingHoldPlaced'), held)).toBeLessThanOrEqual(
    last(told, 'BillingHoldReleased', 'BillingWaived'),
  );
};

/** INV-26: this time through, the care was determined, that stands, and the patient was told after it. */
const checkReleased = (told: Told): void => {
  const cycle = told.slice(last(told, 'ResolutionCaseReopened') + 1);
  const determined = last(cycle, 'CareDeterminationMade');
  expect(determined).toBeGreaterThan(last(cycle, 'DeterminationRevised'));
  expect(all(cycle, 'CareDeterminationMade').at(-1)?.data.determination).not.toBe('undetermined');
  expect(last(cycle, 'ReasonableCareExplained', 'OfferMade', 'ResolutionReached')).toBeGreaterThan(determined);
};

/** What was owed first came first (INV-26, 27, 28), and an accepted offer is followed by its resolution alone. */
const checkFact = (fact: ResolutionCaseFact, told: Told, before: ResolutionCase, after: ResolutionCase): void => {
  if (fact.type === 'BillingHoldReleased') checkReleased(told);
  if (fact.type === 'ReasonableCareExplained')
    expect(all(told, 'CareDeterminationMade').at(-1)?.data.determination).toBe('reasonable');
  if (fact.type === 'ResolutionReached') checkReached(fact, told);
  if (fact.type === 'ResolutionCaseClosed') checkClosed(told);
  if ('offers' in before && before.status === 'offered' && before.offers.current?.state === 'accepted')
    expect(['offered', 'resolved', 'withdrawn']).toContain(after.status);
};

it('knows every state', () => {
  expect(Object.keys(MOVES).sort()).toEqual(['none', ...CASE_STATES].sort());
});

it('whatever is commanded, only legal steps of storable facts follow, the same each time, and were told to be next', () => {
  const states = new Set<string>();
  const came = new Set<string>();
  fc.assert(
    fc.property(anyStory, ([begun, steps]) => {
      let told: Told = begun;
      let state = caseOf(begun);
      for (const step of steps) {
        const one = commandOf(step, state);
        const answer = answerOf(one, state);
        if (!isDeepStrictEqual(answerOf(one, state), answer)) throw new Error(`${one.type} was answered in two ways`);
        if (typeof answer === 'string') continue;
        if (answer.length > 0 && PROPOSED.some((type) => type === one.type)) expectProposed(one, state);
        for (const fact of answer) {
          const after = evolve(state, fact);
          expect(eventProblem(SHAPES.get(fact.type) as EventType, fact.data as never)).toBeUndefined();
          if (after.status !== state.status) expect(MOVES[state.status]).toContain(after.status);
          checkFact(fact, told, state, after);
          [told, state] = [[...told, fact], after];
          came.add(fact.type);
        }
        states.add(state.status);
      }
      checkNext(state);
    }),
    { numRuns: Number(process.env.PROPERTY_RUNS ?? 1000) },
  );
  // nothing was left untried: every state was reached, and every course taken
  expect([...states].sort()).toEqual(expect.arrayContaining([...CASE_STATES].sort()));
  expect(COURSES.filter((type) => !came.has(type))).toEqual([]);
});

const COURSES: readonly ResolutionCaseFact['type'][] = [
  'CasePlacedOnHold',
  'CaseResumed',
  'ClaimReceived',
  'SuitFiled',
  'CaseReturnedFromOutside',
  'ResolutionCaseTransferAsked',
  'ResolutionCaseTransferred',
  'CaseMergeRequired',
  'ResolutionCaseMerged',
  'ResolutionCaseAbsorbed',
  'ResolutionCaseReopened',
  'ResolutionReached',
  'ResolutionCaseClosed',
  'BillingHoldReleased',
  'BillSentDuringHold',
];

/** Whatever the rules take from somebody, that same person was told that it may happen next. */
const expectProposed = ({ type, data }: ResolutionCaseCommand, before: ResolutionCase): void => {
  const { by, role, at = '2026-03-20T12:00:00.000Z' } = data as Asking;
  const proposed = worthTrying(before, { by, role, at }).filter((one) => one.type === type);
  if (!proposed.some((one) => follows(one, before))) throw new Error(`${type} was taken, and not told to be next`);
};

/** Whatever is told to be next is taken, and leads somewhere that may be. */
const checkNext = (state: ResolutionCase): void => {
  const asking: Asking = { by: rosa, role: 'risk-manager', at: '2026-03-20T12:00:00.000Z' };
  const worth = worthTrying(state, asking);
  for (const { command } of nextFor({ ...asking, roles: [asking.role] })(state)) {
    const taken = worth.find((one) => one.type === command && follows(one, state));
    const after = taken && decide(taken, state).reduce(evolve, state);
    if (after?.status !== state.status) expect(MOVES[state.status]).toContain(after?.status);
  }
};
