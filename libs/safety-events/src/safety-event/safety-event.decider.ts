import { type Decider, type DomainCommand, refuse, secret, unreachable } from '#kernel/core';
import {
  checkClosing,
  type DetermineCrpEligibility,
  determineEligibility,
  type IdentifyCandorEvent,
  identify,
  type LinkCase,
  linkCase,
  type NoteCaseDisclosure,
  type NoteCaseEnd,
  type NotifyLeadership,
  noteCaseEnd,
  noteDisclosure,
  notifyLeadership,
} from './crp.rules.js';
import { type ReportSafetyEvent, report } from './report.rules.js';
import type {
  Category,
  Disposition,
  EventClass,
  HarmSeverity,
  Population,
  Route,
  SeriousList,
  VoidReason,
} from './safety-event.codes.js';
import type { SafetyEventFact } from './safety-event.events.js';
import {
  checkHarm,
  concernsSomebody,
  isNamed,
  type LivingSafetyEvent,
  living,
  type SafetyEvent,
} from './safety-event.rules.js';

type TriageSafetyEvent = DomainCommand<
  'TriageSafetyEvent',
  {
    /** Absent: the class stays as reported. */
    eventClass?: EventClass;
    type: Category;
    harmSeverity: HarmSeverity;
    sacActual?: number;
    sacPotential?: number;
    route: Route;
    rationale?: string;
    /** Whom it concerns, where the report did not say or was wrong. */
    patientRef?: string;
    population?: Population;
    by: string;
  }
>;
type ConfirmSafetyEvent = DomainCommand<
  'ConfirmSafetyEvent',
  {
    lists: readonly SeriousList[];
    /** Whom it concerns, where nothing before has said it. */
    patientRef?: string;
    population?: Population;
    by: string;
  }
>;
type CloseSafetyEvent = DomainCommand<'CloseSafetyEvent', { disposition: Disposition; summary?: string; by: string }>;
type VoidSafetyEvent = DomainCommand<'VoidSafetyEvent', { reason: VoidReason; explanation?: string; by: string }>;

export type SafetyEventCommand =
  | ReportSafetyEvent
  | TriageSafetyEvent
  | ConfirmSafetyEvent
  | CloseSafetyEvent
  | VoidSafetyEvent
  | IdentifyCandorEvent
  | DetermineCrpEligibility
  | NotifyLeadership
  | LinkCase
  | NoteCaseDisclosure
  | NoteCaseEnd;

/** The transitions and guards of domain.md 8.4. */
const decide = (command: SafetyEventCommand, safetyEvent: SafetyEvent): readonly SafetyEventFact[] => {
  switch (command.type) {
    case 'ReportSafetyEvent':
      return report(command.data, safetyEvent);
    case 'TriageSafetyEvent':
      return triage(command.data, safetyEvent);
    case 'ConfirmSafetyEvent':
      return confirm(command.data, safetyEvent);
    case 'CloseSafetyEvent':
      return close(command.data, safetyEvent);
    case 'VoidSafetyEvent':
      return voided(command.data, safetyEvent);
    case 'IdentifyCandorEvent':
      return identify(command.data, living(safetyEvent));
    case 'DetermineCrpEligibility':
      return determineEligibility(command.data, living(safetyEvent));
    case 'NotifyLeadership':
      return notifyLeadership(command.data, living(safetyEvent));
    // INV-03: what is said of a case comes too late for a voided safety event, and is no mistake of anybody's.
    case 'LinkCase':
      return safetyEvent.status === 'voided' ? [] : linkCase(command.data, living(safetyEvent));
    case 'NoteCaseDisclosure':
      return safetyEvent.status === 'voided' ? [] : noteDisclosure(command.data, living(safetyEvent));
    case 'NoteCaseEnd':
      return safetyEvent.status === 'voided' ? [] : noteCaseEnd(command.data, living(safetyEvent));
    default:
      return unreachable(command);
  }
};

const triage = (data: TriageSafetyEvent['data'], safetyEvent: SafetyEvent): readonly SafetyEventFact[] => {
  const before = living(safetyEvent);
  if (before.status !== 'reported')
    return refuse('safety-event/already-triaged', 'This safety event was already triaged.');
  const { eventClass = before.eventClass, rationale, patientRef, by, ...clear } = data;
  const somebody = before.concernsSomebody || isNamed(data);
  if (eventClass !== 'unsafe_condition')
    for (const sac of ['sacActual', 'sacPotential'] as const)
      if (clear[sac] === undefined)
        return refuse(
          'safety-event/sac-missing',
          'An incident or a near miss needs both Safety Assessment Codes.',
          sac,
        );
  checkHarm(eventClass, clear.harmSeverity, somebody, 'harmSeverity');
  return [
    {
      type: 'SafetyEventTriaged',
      data: {
        ...clear,
        eventClass,
        ...(rationale && { rationale: secret(rationale) }),
        ...(patientRef && { patientRef: secret(patientRef) }),
        triagedBy: by,
      },
    },
  ];
};

const confirm = (data: ConfirmSafetyEvent['data'], safetyEvent: SafetyEvent): readonly SafetyEventFact[] => {
  const { lists, patientRef, population, by } = data;
  const before = living(safetyEvent);
  if (before.status !== 'triaged') {
    return before.status === 'reported'
      ? refuse('safety-event/not-triaged', 'Triage it before confirming it.')
      : refuse('safety-event/already-confirmed', 'This safety event was already confirmed.');
  }
  if (before.eventClass !== 'unsafe_condition' && !before.concernsSomebody && !isNamed(data))
    return refuse(
      'safety-event/nobody-concerned',
      'Name the patient or the population that it concerns.',
      'patientRef',
    );
  const serious = before.harmSeverity === 'death' || before.harmSeverity === 'severe' || lists.length > 0;
  return [
    {
      type: 'SafetyEventConfirmed',
      data: {
        serious,
        lists,
        ...(patientRef && { patientRef: secret(patientRef) }),
        ...(population && { population }),
        confirmedBy: by,
      },
    },
  ];
};

const close = (
  { disposition, summary, by }: CloseSafetyEvent['data'],
  safetyEvent: SafetyEvent,
): readonly SafetyEventFact[] => {
  const before = living(safetyEvent);
  if (before.status !== 'confirmed') return refuse('safety-event/not-confirmed', 'Confirm it before closing it.');
  checkClosing(before);
  return [
    { type: 'SafetyEventClosed', data: { disposition, ...(summary && { summary: secret(summary) }), closedBy: by } },
  ];
};

const voided = (
  { reason, explanation, by }: VoidSafetyEvent['data'],
  safetyEvent: SafetyEvent,
): readonly SafetyEventFact[] => {
  const before = living(safetyEvent);
  if (before.disclosed)
    return refuse('safety-event/disclosed', 'The people harmed were told of it: it cannot be voided any more.');
  return [
    {
      type: 'SafetyEventVoided',
      data: {
        reason,
        ...(explanation && { explanation: secret(explanation) }),
        voidedBy: by,
        patients: before.eligible && before.patient ? [before.patient] : [],
      },
    },
  ];
};

const evolve = (safetyEvent: SafetyEvent, event: SafetyEventFact): SafetyEvent => {
  if (event.type === 'SafetyEventReported') {
    const { eventClass, harmed, harmReported, eventAt } = event.data;
    return {
      status: 'reported',
      eventClass,
      harmed,
      concernsSomebody: concernsSomebody(event.data),
      ...(harmReported && { harmSeverity: harmReported }),
      eventAt,
      told: [],
      cases: {},
      disclosed: false,
    };
  }
  return 'eventClass' in safetyEvent ? followed(safetyEvent, event) : safetyEvent;
};

const followed = (
  before: LivingSafetyEvent,
  event: Exclude<SafetyEventFact, { type: 'SafetyEventReported' }>,
): SafetyEvent => {
  switch (event.type) {
    case 'SafetyEventTriaged': {
      const { eventClass, harmSeverity } = event.data;
      const somebody = before.concernsSomebody || isNamed(event.data);
      return { ...before, status: 'triaged', serious: false, eventClass, harmSeverity, concernsSomebody: somebody };
    }
    case 'SafetyEventConfirmed':
      return { ...before, status: 'confirmed', serious: event.data.serious };
    case 'SafetyEventClosed':
      return { ...before, status: 'closed', serious: 'serious' in before && before.serious };
    case 'SafetyEventVoided':
      return { status: 'voided' };
    case 'CandorEventIdentified':
      return { ...before, identifiedAt: event.data.identifiedAt };
    case 'CrpEligibilityDetermined':
      return { ...before, eligible: event.data.eligible, patient: event.data.patient };
    case 'LeadershipNotified':
      return { ...before, told: [...before.told, event.data.group] };
    case 'CaseLinked':
      return { ...before, cases: { ...before.cases, [event.data.caseId]: 'open' } };
    case 'CaseDisclosureNoted':
      return { ...before, disclosed: true };
    case 'CaseEndNoted':
      return { ...before, cases: { ...before.cases, [event.data.caseId]: 'ended' } };
    default:
      return before; // what follows is told in the next step
  }
};

export const safetyEventDecider: Decider<SafetyEvent, SafetyEventCommand, SafetyEventFact> = {
  category: 'safety-event',
  initialState: { status: 'none' },
  decide,
  evolve,
};
