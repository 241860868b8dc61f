import fc from 'fast-check';
import { Refusal } from '#kernel/core';
import { CASE_STATES, EXCEPTION_KINDS, MODES } from './resolution-case.codes.js';
import { type ResolutionCaseCommand, resolutionCaseDecider } from './resolution-case.decider.js';
import type { ResolutionCaseFact } from './resolution-case.events.js';
import {
  activate,
  assess,
  attempt,
  closeCase,
  decline,
  determine,
  disclose,
  explain,
  handOver,
  leo,
  nameLiaison,
  openDetermination,
  placeHold,
  releaseHold,
  request,
  resolve,
  rosa,
  stranger,
  withdraw,
} from './resolution-case.examples.js';

const command: fc.Arbitrary<ResolutionCaseCommand> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom<ResolutionCaseCommand>(request, activate, disclose, openDetermination) },
  {
    weight: 4,
    arbitrary: fc
      .record({
        criterion: fc.constantFrom('severity' as const, 'causation' as const, 'standard' as const),
        result: fc.constantFrom('met' as const, 'not_met' as const, 'undetermined' as const),
      })
      .map(({ criterion, result }) => assess(criterion, result)),
  },
  {
    weight: 4,
    arbitrary: fc.constantFrom<ResolutionCaseCommand>(determine, explain, resolve, closeCase, placeHold, releaseHold),
  },
  { weight: 1, arbitrary: fc.constantFrom<ResolutionCaseCommand>(withdraw, handOver, nameLiaison) },
  {
    weight: 1,
    arbitrary: fc
      .record({ mode: fc.constantFrom(...MODES), by: fc.constantFrom(leo, rosa, stranger) })
      .map((changes) => ({ ...attempt, data: { ...attempt.data, ...changes } })),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(...EXCEPTION_KINDS).map((kind) => ({ ...decline, data: { ...decline.data, kind } })),
  },
);

/** The states of domain.md 8.8 and what may come of each, as far as they are built. */
const MOVES: Readonly<Record<string, readonly string[]>> = {
  none: ['requested'],
  requested: ['activated', 'withdrawn'],
  activated: ['disclosing', 'reviewing', 'withdrawn'],
  disclosing: ['reviewing', 'withdrawn'],
  reviewing: ['determining', 'withdrawn'],
  determining: ['explained', 'withdrawn'],
  explained: ['resolved', 'withdrawn'],
  offer_preparing: [],
  offered: [],
  negotiating: [],
  on_hold: [],
  outside: [],
  declined: [],
  transferred: [],
  merged: [],
  resolved: ['closed', 'withdrawn'],
  closed: [],
  withdrawn: ['requested'],
};

const stateAfter = (history: readonly ResolutionCaseFact[]) =>
  history.reduce(resolutionCaseDecider.evolve, resolutionCaseDecider.initialState);

const attemptOf = (
  history: readonly ResolutionCaseFact[],
  given: ResolutionCaseCommand,
): readonly ResolutionCaseFact[] | string => {
  try {
    return resolutionCaseDecider.decide(given, stateAfter(history));
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
};

it('knows every state', () => {
  expect(Object.keys(MOVES).sort()).toEqual(['none', ...CASE_STATES].sort());
});

it('whatever is commanded, only legal steps follow, the same each time, and what was owed first came first', () => {
  fc.assert(
    fc.property(fc.array(command, { maxLength: 40 }), (commands) => {
      let history: readonly ResolutionCaseFact[] = [];
      for (const one of commands) {
        const decided = attemptOf(history, one);
        expect(attemptOf(history, one)).toEqual(decided);
        if (typeof decided === 'string') continue;
        for (const fact of decided) {
          const [before, after] = [stateAfter(history).status, stateAfter([...history, fact]).status];
          if (before !== after) expect(MOVES[before]).toContain(after);
          history = [...history, fact];
        }
      }
      const since = history.slice(history.findLastIndex(({ type }) => type === 'ActivationRequested'));
      const at = (type: ResolutionCaseFact['type']) => since.findIndex((fact) => fact.type === type);
      const release = at('BillingHoldReleased');
      if (release >= 0) expect(at('ReasonableCareExplained')).toBeLessThan(release);
      if (at('ReasonableCareExplained') >= 0)
        expect(at('CareDeterminationMade')).toBeLessThan(at('ReasonableCareExplained'));
      if (at('ResolutionCaseClosed') >= 0) expect(since.at(-1)?.type).toBe('ResolutionCaseClosed');
    }),
    { numRuns: Number(process.env.PROPERTY_RUNS ?? 2000) },
  );
});
