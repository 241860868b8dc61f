import fc from 'fast-check';
import { Refusal } from '#kernel/core';
import {
  CATEGORIES,
  DISPOSITIONS,
  EVENT_CLASSES,
  HARM_SEVERITIES,
  HARMED,
  isHarm,
  LEADER_GROUPS,
  NOTICE_CHANNELS,
  OVERRIDE_REASONS,
  ROUTES,
  SERIOUS_LISTS,
  SOURCES,
  VOID_REASONS,
} from './safety-event.codes.js';
import { type SafetyEventCommand, safetyEventDecider } from './safety-event.decider.js';
import type { SafetyEventFact } from './safety-event.events.js';
import {
  ana,
  linkCase,
  nine,
  noteCaseClosed,
  noteDisclosure,
  rosa,
  stMary,
  tenPastNine,
} from './safety-event.examples.js';

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const time = fc.record({
  value: fc.constantFrom(nine, tenPastNine, '2026-03-02T10:00:00.000Z'),
  precision: fc.constantFrom('exact' as const, 'hour' as const, 'estimated' as const),
});
const sac = maybe(fc.integer({ min: 1, max: 3 }));

const command: fc.Arbitrary<SafetyEventCommand> = fc.oneof(
  fc
    .record({
      eventClass: fc.constantFrom(...EVENT_CLASSES),
      category: maybe(fc.constantFrom(...CATEGORIES)),
      harmed: fc.constantFrom(...HARMED),
      harmReported: maybe(fc.constantFrom(...HARM_SEVERITIES)),
      narrative: maybe(fc.string()),
      eventAt: time,
      discoveredAt: time,
      facilityId: fc.constant(stMary),
      source: fc.constantFrom(...SOURCES),
      patientRef: maybe(fc.string({ minLength: 1 })),
      at: fc.constant(tenPastNine),
    })
    .map((data) => ({ type: 'ReportSafetyEvent', data }) as const),
  fc
    .record({
      eventClass: maybe(fc.constantFrom(...EVENT_CLASSES)),
      type: fc.constantFrom(...CATEGORIES),
      patient: fc.constant(ana),
      at: fc.constant(tenPastNine),
      harmSeverity: fc.constantFrom(...HARM_SEVERITIES),
      sacActual: sac,
      sacPotential: sac,
      patientRef: maybe(fc.string({ minLength: 1 })),
      route: fc.constantFrom(...ROUTES),
      by: fc.constant(rosa),
    })
    .map((data) => ({ type: 'TriageSafetyEvent', data }) as const),
  fc
    .record({ lists: fc.subarray([...SERIOUS_LISTS]), by: fc.constant(rosa) })
    .map((data) => ({ type: 'ConfirmSafetyEvent', data }) as const),
  fc
    .record({ disposition: fc.constantFrom(...DISPOSITIONS), by: fc.constant(rosa) })
    .map((data) => ({ type: 'CloseSafetyEvent', data }) as const),
  fc
    .record({ reason: fc.constantFrom(...VOID_REASONS), by: fc.constant(rosa) })
    .map((data) => ({ type: 'VoidSafetyEvent', data }) as const),
  fc
    .record({ at: fc.constantFrom(nine, tenPastNine), by: fc.constant(rosa) })
    .map((data) => ({ type: 'IdentifyCandorEvent', data }) as const),
  fc
    .record({
      override: maybe(fc.record({ eligible: fc.boolean(), reason: fc.constantFrom(...OVERRIDE_REASONS) })),
      patient: fc.constant(ana),
      by: fc.constant(rosa),
    })
    .map((data) => ({ type: 'DetermineCrpEligibility', data }) as const),
  fc
    .record({
      group: fc.constantFrom(...LEADER_GROUPS),
      channel: fc.constantFrom(...NOTICE_CHANNELS),
      persons: fc.constant(['Chief medical officer']),
      at: fc.constant(tenPastNine),
      by: fc.constant(rosa),
    })
    .map((data) => ({ type: 'NotifyLeadership', data }) as const),
  fc.constantFrom(linkCase, noteDisclosure, noteCaseClosed),
);

/** The transitions of domain.md 8.4, as far as they exist: what may follow what. */
const FOLLOWS: Readonly<Record<string, readonly SafetyEventFact['type'][]>> = {
  nothing: ['SafetyEventReported'],
  SafetyEventReported: ['SafetyEventTriaged', 'SafetyEventVoided'],
  SafetyEventTriaged: ['SafetyEventConfirmed', 'SafetyEventVoided'],
  SafetyEventConfirmed: ['SafetyEventClosed', 'SafetyEventVoided'],
  SafetyEventClosed: ['SafetyEventVoided'],
  SafetyEventVoided: [],
};

/** The last of the facts that move it from state to state. */
const statusOf = (history: readonly SafetyEventFact[]): string =>
  history.findLast(({ type }) => type in FOLLOWS)?.type ?? 'nothing';

/** INV-07 and INV-09, read from what happened rather than from the state; and nothing is voided that was told of. */
const checkEnd = (history: readonly SafetyEventFact[]): void => {
  const types = history.map(({ type }) => type);
  const until = (type: SafetyEventFact['type']) => history.slice(0, Math.max(0, types.indexOf(type)));
  const confirmed = history.find((fact) => fact.type === 'SafetyEventConfirmed');
  if (types.includes('SafetyEventClosed')) {
    const before = until('SafetyEventClosed');
    const told = before.flatMap((fact) => (fact.type === 'LeadershipNotified' ? [fact.data.group] : []));
    if (confirmed?.data.serious) expect([...new Set(told)].sort()).toEqual(['board', 'c_suite']);
    const linked = before.some(({ type }) => type === 'CaseLinked');
    const ended = before.findLastIndex(({ type }) => type === 'CaseEndNoted');
    expect(!linked || ended > before.findLastIndex(({ type }) => type === 'CaseLinked')).toBe(true);
  }
  if (types.includes('SafetyEventVoided'))
    expect(until('SafetyEventVoided').map(({ type }) => type)).not.toContain('CaseDisclosureNoted');
};

const attempt = (
  history: readonly SafetyEventFact[],
  given: SafetyEventCommand,
): readonly SafetyEventFact[] | string => {
  try {
    return safetyEventDecider.decide(given, history.reduce(safetyEventDecider.evolve, safetyEventDecider.initialState));
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
};

it('whatever is commanded, only legal steps follow, the same each time, and no harm without an incident', () => {
  fc.assert(
    fc.property(fc.array(command, { maxLength: 12 }), (commands) => {
      let history: readonly SafetyEventFact[] = [];
      for (const one of commands) {
        const decided = attempt(history, one);
        expect(attempt(history, one)).toEqual(decided);
        if (typeof decided === 'string') continue;
        for (const fact of decided) {
          if (fact.type in FOLLOWS) expect(FOLLOWS[statusOf(history)]).toContain(fact.type);
          else expect(['nothing', 'SafetyEventVoided']).not.toContain(statusOf(history));
        }
        history = [...history, ...decided];
      }
      checkEnd(history);
      for (const fact of history)
        if (fact.type === 'SafetyEventTriaged' && isHarm(fact.data.harmSeverity))
          expect(fact.data.eventClass).toBe('incident');
    }),
    { numRuns: Number(process.env.PROPERTY_RUNS ?? 2000) },
  );
});
