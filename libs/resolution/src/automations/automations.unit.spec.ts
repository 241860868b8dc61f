import type { Reader } from '#kernel/readers';
import { automating, recorded } from '#kernel/readers/testing';
import type { SafetyEventFact } from '#safety-events/contracts';
import { AbsorbCase } from '../commands/absorb-case/absorb-case.command.js';
import { RequireCaseMerge } from '../commands/require-case-merge/require-case-merge.command.js';
import { anasCase, merged, mergeRequired, noon, otherCase, otherFall } from '../resolution-case/course.examples.js';
import type { ResolutionCaseFact } from '../resolution-case/resolution-case.events.js';
import { whenCaseMergedThenAbsorbIt } from './when-case-merged-then-absorb-it.js';
import { whenCasesMeetThenRequireMerge } from './when-cases-meet-then-require-merge.js';
import { whenLiaisonWasInvolvedThenTellSafetyOffice } from './when-liaison-was-involved-then-tell-safety-office.js';
import { whenMergeRequiredThenTellSafetyOffice } from './when-merge-required-then-tell-safety-office.js';

/** What a reader asks for, by code: the statement that it sends has the codes of its notices among its values. */
const told = async (reader: Reader, fact: ResolutionCaseFact): Promise<readonly unknown[]> => {
  const sent: unknown[] = [];
  const tx = { query: async (_: string, values: readonly unknown[]) => sent.push(values[2], values[3], values[4]) };
  await reader.apply(tx as never, [recorded(fact, { stream: `resolution-case-${anasCase}` })]);
  return sent;
};

describe('two cases on what is one safety event by a merge', () => {
  const linked = (beside?: readonly string[]) =>
    recorded<SafetyEventFact>(
      { type: 'CaseLinked', data: { caseId: anasCase, ...(beside && { beside }) } },
      { stream: `safety-event-${otherFall}`, occurredAt: noon },
    );
  it('are each told of the other, and neither is merged', () =>
    automating(whenCasesMeetThenRequireMerge)
      .when(linked([otherCase]))
      .thenSends((act) => [
        new RequireCaseMerge(otherCase, { with: anasCase, at: noon }, act()),
        new RequireCaseMerge(anasCase, { with: otherCase, at: noon }, act()),
      ]));
  it('are no question where there is one', () =>
    automating(whenCasesMeetThenRequireMerge)
      .when(linked())
      .thenSends(() => []));
  it('are told to the safety office', async () =>
    expect(await told(whenMergeRequiredThenTellSafetyOffice, mergeRequired)).toEqual([
      ['case-merge-required'],
      ['notice'],
      [JSON.stringify({ role: 'risk-manager' })],
    ]));
});

describe('a liaison who was involved in the harm', () => {
  const noted = (toReplace?: readonly string[]) =>
    ({
      type: 'InvolvedStaffNoted',
      data: { safetyEventId: otherFall, staff: [anasCase], ...(toReplace && { toReplace }) },
    }) as const;
  it('is told to the safety office, and nobody else is', async () => {
    expect(await told(whenLiaisonWasInvolvedThenTellSafetyOffice, noted([anasCase]))).toEqual([
      ['liaison-was-involved'],
      ['notice'],
      [JSON.stringify({ role: 'risk-manager' })],
    ]);
    expect(await told(whenLiaisonWasInvolvedThenTellSafetyOffice, noted())).toEqual([]);
  });
});

describe('a merged case', () => {
  it('is absorbed by the one that goes on', () =>
    automating(whenCaseMergedThenAbsorbIt)
      .when(recorded(merged, { stream: `resolution-case-${anasCase}` }))
      .thenSends((act) => [new AbsorbCase(otherCase, { absorbed: anasCase, at: noon }, act())]));
});
