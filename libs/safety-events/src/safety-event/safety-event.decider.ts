import { type Decider, type DomainCommand, type Instant, refuse, secret, unreachable } from '#kernel/core';
import {
  type Category,
  type Disposition,
  type EventClass,
  type Flag,
  type Harmed,
  type HarmSeverity,
  isHarm,
  type Population,
  type Route,
  type SeriousList,
  type Source,
  type VoidReason,
} from './safety-event.codes.js';
import type { SafetyEventFact } from './safety-event.events.js';
import { checkTimes, type KnownTime } from './safety-event.times.js';

/** What an outside source says under a name of its own. */
interface SourceValue {
  readonly name: string;
  readonly value: string;
}

type ReportSafetyEvent = DomainCommand<
  'ReportSafetyEvent',
  {
    eventClass: EventClass;
    category?: Category;
    harmed: Harmed;
    harmReported?: HarmSeverity;
    narrative?: string;
    immediateActions?: string;
    eventAt: KnownTime;
    discoveredAt: KnownTime;
    facilityId: string;
    unitId?: string;
    source: Source;
    reporter?: string;
    patientRef?: string;
    population?: Population;
    flags?: readonly Flag[];
    sourceCodes?: readonly SourceValue[];
    sourceText?: readonly SourceValue[];
    mapping?: string;
    /** The latest time that anything told may have. */
    at: Instant;
  }
>;
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
  | VoidSafetyEvent;

/** What was harmed or at risk, as far as the rules ask. */
interface Reported {
  readonly eventClass: EventClass;
  /** A patient, a population, or a staff member or visitor, who count as persons too (INV-08). */
  readonly concernsSomebody: boolean;
}

type SafetyEvent =
  | { readonly status: 'none' }
  | ({ readonly status: 'reported' } & Reported)
  | ({ readonly status: 'triaged' | 'confirmed' | 'closed'; readonly harmSeverity: HarmSeverity } & Reported)
  | { readonly status: 'voided' };

/** The transitions and guards of domain.md 8.4. */
const decide = (command: SafetyEventCommand, safetyEvent: SafetyEvent): readonly SafetyEventFact[] => {
  switch (command.type) {
    case 'ReportSafetyEvent':
      return report(command.data, safetyEvent);
    case 'TriageSafetyEvent':
      return triage(command.data, safetyEvent);
    case 'ConfirmSafetyEvent':
      return confirm(command.data, safetyEvent);
    case 'CloseSafetyEvent': {
      const { disposition, summary, by } = command.data;
      if (living(safetyEvent).status !== 'confirmed')
        return refuse('safety-event/not-confirmed', 'Confirm it before closing it.');
      return [
        {
          type: 'SafetyEventClosed',
          data: { disposition, ...(summary && { summary: secret(summary) }), closedBy: by },
        },
      ];
    }
    case 'VoidSafetyEvent': {
      const { reason, explanation, by } = command.data;
      living(safetyEvent);
      return [
        {
          type: 'SafetyEventVoided',
          data: { reason, ...(explanation && { explanation: secret(explanation) }), voidedBy: by },
        },
      ];
    }
    default:
      return unreachable(command);
  }
};

const report = (data: ReportSafetyEvent['data'], safetyEvent: SafetyEvent): readonly SafetyEventFact[] => {
  if (safetyEvent.status !== 'none')
    return refuse('safety-event/already-reported', 'This safety event was already reported.');
  const { at, narrative, immediateActions, patientRef, sourceText, ...clear } = data;
  if (!narrative && !clear.category)
    return refuse('safety-event/nothing-told', 'Tell what happened, or name a category.', 'narrative');
  checkTimes(clear.eventAt, clear.discoveredAt, at);
  checkHarm(clear.eventClass, clear.harmReported, concernsSomebody(data), 'harmReported');
  return [
    {
      type: 'SafetyEventReported',
      data: {
        ...clear,
        ...(narrative && { narrative: secret(narrative) }),
        ...(immediateActions && { immediateActions: secret(immediateActions) }),
        ...(patientRef && { patientRef: secret(patientRef) }),
        ...(sourceText && { sourceText: secret(sourceText) }),
      },
    },
  ];
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

/** INV-08: no harm without an incident, and none without somebody whom it harmed. */
const checkHarm = (
  eventClass: EventClass,
  severity: HarmSeverity | undefined,
  somebody: boolean,
  field: string,
): void => {
  if (!isHarm(severity)) return;
  if (eventClass !== 'incident')
    refuse('safety-event/harm-without-incident', 'A near miss or an unsafe condition did no harm.', field);
  if (!somebody)
    refuse('safety-event/harm-to-nobody', 'Harm needs a patient, a population or another person harmed.', field);
};

/** INV-03: a voided stream takes nothing more. */
const living = (safetyEvent: SafetyEvent) => {
  if (safetyEvent.status === 'none') return refuse('safety-event/not-found', 'There is no such safety event.');
  if (safetyEvent.status === 'voided') return refuse('safety-event/voided', 'This safety event was voided.');
  return safetyEvent;
};

const isNamed = ({ patientRef, population }: { patientRef?: unknown; population?: unknown }): boolean =>
  patientRef !== undefined || population !== undefined;

const concernsSomebody = (data: { patientRef?: unknown; population?: unknown; harmed: Harmed }): boolean =>
  isNamed(data) || data.harmed === 'staff' || data.harmed === 'visitor';

const evolve = (safetyEvent: SafetyEvent, event: SafetyEventFact): SafetyEvent => {
  switch (event.type) {
    case 'SafetyEventReported':
      return { status: 'reported', eventClass: event.data.eventClass, concernsSomebody: concernsSomebody(event.data) };
    case 'SafetyEventTriaged': {
      const { eventClass, harmSeverity } = event.data;
      if (!('eventClass' in safetyEvent)) return safetyEvent;
      const somebody = safetyEvent.concernsSomebody || isNamed(event.data);
      return { status: 'triaged', eventClass, harmSeverity, concernsSomebody: somebody };
    }
    case 'SafetyEventConfirmed':
      return 'harmSeverity' in safetyEvent ? { ...safetyEvent, status: 'confirmed' } : safetyEvent;
    case 'SafetyEventClosed':
      return 'harmSeverity' in safetyEvent ? { ...safetyEvent, status: 'closed' } : safetyEvent;
    case 'SafetyEventVoided':
      return { status: 'voided' };
    default:
      return unreachable(event);
  }
};

export const safetyEventDecider: Decider<SafetyEvent, SafetyEventCommand, SafetyEventFact> = {
  category: 'safety-event',
  initialState: { status: 'none' },
  decide,
  evolve,
};
