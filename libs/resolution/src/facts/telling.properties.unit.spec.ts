import fc from 'fast-check';
import { Refusal } from '#kernel/core';
import { type ResolutionCaseCommand, resolutionCaseDecider } from '../resolution-case/resolution-case.decider.js';
import { activated, disclose, disclosed, requested } from '../resolution-case/resolution-case.examples.js';
import { followUp, shareFindings } from '../resolution-case/talks.examples.js';
import { FACT_SOURCES, PRIVILEGED_SOURCES } from './facts.codes.js';
import { factsDecider } from './facts.decider.js';
import type { KeptFact } from './facts.events.js';
import type { FactsCommand } from './facts.rules.js';

const ENTRIES = ['0192a000-0000-7000-8000-000000000301', '0192a000-0000-7000-8000-000000000302'] as const;
const NEVER_KEPT = '0192a000-0000-7000-8000-000000000399';
const about = { safetyEventId: '0192a000-0000-7000-8000-000000000101', by: '0192a000-0000-7000-8000-000000000021' };
const AT = '2026-03-02T10:00:00.000Z';

/** Any command about any of the facts. */
const command: fc.Arbitrary<FactsCommand> = fc
  .record({
    type: fc.constantFrom<FactsCommand['type']>(
      'RecordFact',
      'RecordFact',
      'CorrectFact',
      'RetractFact',
      'ClearFact',
      'ClearFact',
      'WithdrawClearance',
    ),
    entry: fc.constantFrom(...ENTRIES),
    source: fc.constantFrom(...FACT_SOURCES),
    noPrivilegedContent: fc.boolean(),
  })
  .map(({ type, entry, source, noPrivilegedContent }): FactsCommand => {
    switch (type) {
      case 'RecordFact':
        return { type, data: { ...about, entry, source, text: 'Mopped at 02:10.' } };
      case 'CorrectFact':
        return { type, data: { ...about, entry, text: 'Mopped at 02:20.' } };
      case 'ClearFact':
        return {
          type,
          data: { ...about, entry, words: 'It was wet.', language: 'en', noPrivilegedContent, at: AT },
        };
      default:
        return { type, data: { ...about, entry, reason: 'wrong' } };
    }
  });

const refusalOf = (run: () => unknown): string | undefined => {
  try {
    run();
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
};

const stateAfter = (history: readonly KeptFact[]) => history.reduce(factsDecider.evolve, factsDecider.initialState);

/** What came of some commands; ids are made anew for each record, so that none is recorded twice. */
const historyOf = (commands: readonly FactsCommand[]): readonly KeptFact[] => {
  const history: KeptFact[] = [];
  for (const given of commands) {
    const known = history.some(({ type, data }) => type === 'FactRecorded' && data.entry === given.data.entry);
    if (given.type === 'RecordFact' && known) continue;
    refusalOf(() => history.push(...factsDecider.decide(given, stateAfter(history))));
  }
  return history;
};

/** Whether a fact may be told, read off the commands' facts alone: the last word about it is a clearance, and it still holds. */
const mayBeTold = (history: readonly KeptFact[], entry: string): boolean => {
  const of = history.filter(({ data }) => data.entry === entry);
  return (
    of.at(-1)?.type === 'FactClearedForSharing' &&
    of.every(({ type }) => type !== 'FactRetracted') &&
    of.some((fact) => fact.type === 'FactRecorded' && !PRIVILEGED_SOURCES.includes(fact.data.source))
  );
};

const WAYS = [
  [[requested, activated], disclose],
  [[requested, activated, disclosed], followUp],
  [[requested, activated, disclosed], shareFindings],
] as const;

/** How each way of telling takes some facts as they stand: by its refusal, if any. */
const told = (history: readonly KeptFact[], factIds: readonly string[]) => {
  const cleared = stateAfter(history)
    .entries.filter((one) => one.cleared)
    .map(({ entry }) => entry);
  return WAYS.map(([caseHistory, way]) =>
    refusalOf(() =>
      resolutionCaseDecider.decide(
        { ...way, data: { ...way.data, factIds, cleared } } as ResolutionCaseCommand,
        caseHistory.reduce(resolutionCaseDecider.evolve, resolutionCaseDecider.initialState),
      ),
    ),
  );
};
const every = (refusal: string | undefined) => WAYS.map(() => refusal);

it('whatever is done with the facts, no conversation tells one that is not cleared, was corrected since, or does not hold (INV-24)', () => {
  const seen = new Set<boolean>();
  fc.assert(
    fc.property(fc.array(command, { maxLength: 25 }), (commands) => {
      const history = historyOf(commands);
      for (const entry of ENTRIES) {
        const allowed = mayBeTold(history, entry);
        seen.add(allowed);
        expect(told(history, [entry])).toEqual(every(allowed ? undefined : 'resolution-case/fact-not-cleared'));
      }
      const all = ENTRIES.every((entry) => mayBeTold(history, entry));
      expect(told(history, ENTRIES)).toEqual(every(all ? undefined : 'resolution-case/fact-not-cleared'));
      expect(told(history, [NEVER_KEPT])).toEqual(every('resolution-case/fact-not-cleared'));
    }),
    { numRuns: Number(process.env.PROPERTY_RUNS ?? 500) },
  );
  expect(seen).toEqual(new Set([true, false]));
});
