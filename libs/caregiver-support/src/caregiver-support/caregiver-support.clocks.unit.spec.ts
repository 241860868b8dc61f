import { clocksDecider, type DeadlineFact, defaultDefinitions, reckoning, termsOf } from '#kernel/clocks';
import { recorded } from '#kernel/readers/testing';
import { caregiverSupportClocks } from './caregiver-support.clocks.js';
import type { Relation } from './caregiver-support.codes.js';
import type { CaregiverSupportFact } from './caregiver-support.events.js';
import { ended, identifiedAt, offered, owed } from './caregiver-support.examples.js';

const decider = clocksDecider(caregiverSupportClocks as never, reckoning);
const terms = termsOf(defaultDefinitions);

/** What is recorded of the clocks when they are tended after these facts. */
const tended = (facts: readonly CaregiverSupportFact[], now = '2026-03-02T13:00:00.000Z'): readonly DeadlineFact[] => {
  const clocks = facts.reduce((state, fact, at) => {
    const event = recorded(fact, {
      stream: 'caregiver-support-0192a000-0000-7000-8000-000000000201',
      revision: at + 1,
    });
    return decider.evolve(state, event as never);
  }, decider.initialState);
  const calendar = { id: 'us-federal', version: '2021-06-17' };
  return decider.decide({ type: 'TendClocks', data: { terms, calendar, now } }, clocks);
};
const owedBy = (relation: Relation): CaregiverSupportFact => ({ ...owed, data: { ...owed.data, relation } });

it.each(['employed', 'credentialed', 'contractor'] as const)('runs for a day for who is %s', (relation) => {
  const [started] = tended([owedBy(relation)]);
  expect(started).toMatchObject({
    type: 'DeadlineStarted',
    data: { kind: 'DL-05', startsAt: identifiedAt, dueAt: '2026-03-03T09:10:00.000Z', tells: 'peer-supporter' },
  });
});

it('does not run for who is not of this facility', () => expect(tended([owedBy('not_of_this_facility')])).toEqual([]));

it('is met by the first offer, whatever the answer', () => {
  const facts = tended([owed, offered()]);
  expect(facts.map(({ type }) => type)).toEqual(['DeadlineStarted', 'DeadlineMet']);
  expect(facts[1]).toMatchObject({ data: { metAt: offered().data.offeredAt, late: false } });
});

it('does not start on what was entered in error', () => expect(tended([owed, ended('entered_in_error')])).toEqual([]));
