import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { type EventType, eventProblem, Refusal } from '#kernel/core';
import { anySequence } from './random-commands.examples.js';
import { isHarm } from './safety-event.codes.js';
import { type SafetyEventCommand, safetyEventDecider } from './safety-event.decider.js';
import { type SafetyEventFact, safetyEventCatalogue } from './safety-event.events.js';
import { confirmFall, reportFall, triageFall } from './safety-event.examples.js';
import type { SafetyEvent } from './safety-event.rules.js';

const { decide, evolve, initialState } = safetyEventDecider;
const SHAPES: ReadonlyMap<string, EventType> = new Map(safetyEventCatalogue.map((shape) => [shape.type, shape]));

/** The transitions of domain.md 8.4: from which states each fact may come, and which state it brings. */
const STEPS: Readonly<Record<string, readonly [readonly string[], string]>> = {
  SafetyEventReported: [['nothing'], 'reported'],
  SafetyEventTriaged: [['reported'], 'triaged'],
  SafetyEventConfirmed: [['triaged'], 'confirmed'],
  SafetyEventRedirected: [['triaged'], 'redirected'],
  SafetyEventReturned: [['redirected'], 'triaged'],
  SafetyEventClosed: [['confirmed'], 'closed'],
  SafetyEventReopened: [['closed'], 'confirmed'],
  SafetyEventVoided: [['reported', 'triaged', 'confirmed', 'closed', 'redirected'], 'voided'],
  SafetyEventTransferred: [['confirmed'], 'transferred'],
  SafetyEventMerged: [['reported', 'triaged', 'confirmed'], 'merged'],
};
const ENDED = ['nothing', 'merged', 'voided', 'transferred'];

/** The state that a history leads to, told by the table and not by the rules; throws at an illegal step. */
const walked = (history: readonly SafetyEventFact[]): string => {
  let [now, beforeMerge] = ['nothing', ''];
  for (const { type } of history) {
    const step = STEPS[type];
    if (type === 'SafetyEventUnmerged') {
      expect(now).toBe('merged');
      now = beforeMerge;
    } else if (step) {
      expect(step[0]).toContain(now);
      if (type === 'SafetyEventMerged') beforeMerge = now;
      now = step[1];
    } else expect(ENDED).not.toContain(now);
  }
  return now;
};

/** INV-07, INV-09 and INV-08, 12, read from what happened rather than from the state. */
const checkFacts = (history: readonly SafetyEventFact[]): void => {
  for (const [nth, fact] of history.entries()) {
    const before = history.slice(0, nth);
    if (fact.type === 'SafetyEventClosed') checkClosing(fact.data, before);
    if (fact.type === 'SafetyEventVoided') expect(before.map(({ type }) => type)).not.toContain('CaseDisclosureNoted');
    if (fact.type === 'SafetyEventTriaged' && isHarm(fact.data.harmSeverity))
      expect(fact.data.eventClass).toBe('incident');
    if (fact.type === 'SafetyEventReported' && fact.data.confidentiality === 'anonymous')
      expect(fact.data.reporter).toBeUndefined();
    if (fact.type === 'AddendumWritten' && fact.data.author === 'reporter_by_code')
      expect(fact.data.writtenBy).toBeUndefined();
  }
  const staff = history.flatMap((fact) => (fact.type === 'InvolvedStaffIdentified' ? [fact.data.staff] : []));
  expect(new Set(staff).size).toBe(staff.length);
};

type Closing = Extract<SafetyEventFact, { type: 'SafetyEventClosed' }>['data'];

const checkClosing = (closing: Closing, before: readonly SafetyEventFact[]): void => {
  const all = <T extends SafetyEventFact['type']>(type: T) =>
    before.filter((fact): fact is Extract<SafetyEventFact, { type: T }> => fact.type === type);
  const serious = all('SafetyEventConfirmed').at(-1)?.data.serious;
  const told = all('LeadershipNotified').map(({ data }) => data.group);
  if (serious) expect([...new Set(told)].sort()).toEqual(['board', 'c_suite']);
  if (all('ReviewRequired').length > 0) {
    expect(closing.disposition).toBe('reviewed');
    expect(closing.reviewId ?? closing.reviewReference).toBeDefined();
  }
  const linked = before.findLastIndex(({ type }) => type === 'CaseLinked');
  expect(linked).toBeLessThanOrEqual(before.findLastIndex(({ type }) => type === 'CaseEndNoted'));
  const raised = all('SafetyEventFlagged').filter(({ data }) => data.flag === 'externally_reportable');
  const reported = all('SafetyEventReported').some(({ data }) => data.flags?.includes('externally_reportable'));
  if (raised.at(-1)?.data.raised ?? reported) expect(all('ExternalReportSubmitted')).not.toEqual([]);
};

const attempt = (state: SafetyEvent, given: SafetyEventCommand): readonly SafetyEventFact[] | string => {
  try {
    return decide(given, state);
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
};

/** Most begin with a report that is taken. */
const commands = fc
  .tuple(
    fc.constantFrom([], [reportFall], [reportFall, triageFall], [reportFall, triageFall, confirmFall]),
    anySequence,
  )
  .map(([first, rest]): readonly SafetyEventCommand[] => [...first, ...rest]);

it('whatever is commanded, only legal steps of storable facts follow, the same each time', () => {
  const states = new Set<string>();
  const seen = new Set<string>();
  let commanded = 0;
  fc.assert(
    fc.property(commands, (sequence) => {
      const history: SafetyEventFact[] = [];
      const problems: (string | undefined)[] = [];
      let state = initialState;
      for (const one of sequence) {
        commanded++;
        const decided = attempt(state, one);
        if (!isDeepStrictEqual(attempt(state, one), decided)) problems.push(`${one.type} was answered in two ways`);
        if (typeof decided === 'string') continue;
        for (const { type, data } of decided) {
          seen.add(type);
          problems.push(eventProblem(SHAPES.get(type) as EventType, data as Readonly<Record<string, unknown>>));
        }
        history.push(...decided);
        state = decided.reduce(evolve, state);
        if (decided.length > 0) states.add(state.status);
      }
      expect(problems.filter((problem) => problem !== undefined)).toEqual([]);
      expect(walked(history)).toBe(state.status === 'none' ? 'nothing' : state.status);
      checkFacts(history);
    }),
    { numRuns: Number(process.env.PROPERTY_RUNS ?? 1000) },
  );
  expect(commanded).toBeGreaterThanOrEqual(10_000);
  // nothing was left untried: every state was reached, and every fact came about
  expect([...states].sort()).toEqual([...new Set(Object.values(STEPS).map(([, to]) => to))].sort());
  expect([...SHAPES.keys()].filter((type) => !seen.has(type))).toEqual([]);
});
