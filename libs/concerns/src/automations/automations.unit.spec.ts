import type { Reader } from '#kernel/readers';
import { automating, recorded } from '#kernel/readers/testing';
import { AbsorbConcern } from '../commands/absorb-concern/absorb-concern.command.js';
import { NoteSafetyEventOutcome } from '../commands/note-safety-event-outcome/note-safety-event-outcome.command.js';
import type { ConcernFact } from '../concern/concern.events.js';
import * as one from '../concern/concern.examples.js';
import * as end from '../concern/ending.examples.js';
import { whenConcernMergedThenAbsorbIt } from './when-concern-merged-then-absorb-it.js';
import { whenConcernNeedsSomebodyThenTellSafetyOffice } from './when-concern-needs-somebody-then-tell-safety-office.js';
import { whenSafetyEventEndsThenNoteItsOutcome } from './when-safety-event-ends-then-note-its-outcome.js';

const stream = `concern-${one.second}`;

/** What a reader asks for, by code: the statement that it sends has the codes of its notices among its values. */
const asked = async (reader: Reader, fact: ConcernFact): Promise<readonly unknown[]> => {
  const sent: unknown[] = [];
  const tx = { query: async (_: string, values: readonly unknown[]) => sent.push(values[2], values[3], values[4]) };
  await reader.apply(tx as never, [recorded(fact, { stream })]);
  return sent;
};
describe('the safety office', () => {
  const office = JSON.stringify({ role: 'risk-manager' });
  it.each([
    ['concern-is-grievance', one.asGrievance],
    ['concern-outcome-known', end.outcomeNoted],
  ] as const)('hears of %s', async (code, fact) =>
    expect(await asked(whenConcernNeedsSomebodyThenTellSafetyOffice, fact)).toEqual([[code], ['notice'], [office]]),
  );
  it('hears nothing of what is no grievance', async () =>
    expect(await asked(whenConcernNeedsSomebodyThenTellSafetyOffice, one.classified)).toEqual([]));
});

describe('a merged concern', () => {
  it('is absorbed by the one that remains', () =>
    automating(whenConcernMergedThenAbsorbIt)
      .when(recorded(end.merged, { stream }))
      .thenSends((act) => [
        new AbsorbConcern(one.letter, { from: one.second, grievance: false, by: one.rosa }, act()),
      ]));
  it('takes along all who are owed an answer', () => {
    const owed = { ...end.merged, data: { ...end.merged.data, owed: [one.second, one.stranger] } };
    automating(whenConcernMergedThenAbsorbIt)
      .when(recorded(owed, { stream }))
      .thenSends((act) =>
        [one.second, one.stranger].map(
          (from) => new AbsorbConcern(one.letter, { from, grievance: true, by: one.rosa }, act()),
        ),
      );
  });
});

describe('a safety event that ends', () => {
  it.each([
    ['closed', 'SafetyEventClosed', { disposition: 'reviewed', closedBy: one.rosa }],
    ['voided', 'SafetyEventVoided', { reason: 'error', voidedBy: one.rosa, patients: [] }],
    ['redirected', 'SafetyEventRedirected', { to: 'hr', owner: one.leo, redirectedBy: one.rosa }],
  ] as const)('has its outcome noted: %s', (outcome, type, data) =>
    automating(whenSafetyEventEndsThenNoteItsOutcome)
      .when(recorded({ type, data } as never, { stream: `safety-event-${end.converted.data.safetyEventId}` }))
      .thenSends((act) => [
        new NoteSafetyEventOutcome({ safetyEventId: end.converted.data.safetyEventId, outcome }, act()),
      ]),
  );
});
