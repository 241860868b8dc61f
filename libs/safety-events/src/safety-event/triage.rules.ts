import { type DomainCommand, type Instant, refuse, secret } from '#kernel/core';
import { checkCategories } from './category.rules.js';
import { assessed, eligibleByNow, type HarmAssessment } from './harm.rules.js';
import type { Category, EventClass, HarmSeverity, Population, Route, SeriousList } from './safety-event.codes.js';
import type { SafetyEventFact } from './safety-event.events.js';
import { checkHarm, concernsSomebody, isNamed, type LivingSafetyEvent } from './safety-event.rules.js';

export type TriageSafetyEvent = DomainCommand<
  'TriageSafetyEvent',
  {
    /** Absent: the class stays as reported. */
    eventClass?: EventClass;
    type: Category;
    harmSeverity: HarmSeverity;
    /** How the harm was assessed, where that is said. */
    assessment?: HarmAssessment;
    sacActual?: number;
    sacPotential?: number;
    route: Route;
    rationale?: string;
    /** Whom it concerns, where the report did not say or was wrong. */
    patientRef?: string;
    population?: Population;
    /** An id for the patient, taken where none was given yet. */
    patient: string;
    at: Instant;
    by: string;
  }
>;
export type ConfirmSafetyEvent = DomainCommand<
  'ConfirmSafetyEvent',
  {
    lists: readonly SeriousList[];
    /** Whom it concerns, where nothing before has said it. */
    patientRef?: string;
    population?: Population;
    by: string;
  }
>;

/** What happened is rated. An actual Safety Assessment Code of 3 asks for a review at once (8.15 no. 2; 6.2). */
export const triage = (data: TriageSafetyEvent['data'], before: LivingSafetyEvent): readonly SafetyEventFact[] => {
  if (before.status !== 'reported')
    return refuse('safety-event/already-triaged', 'This safety event was already triaged.');
  const { eventClass = before.eventClass, assessment, rationale, patientRef, patient, at, by, ...clear } = data;
  const { harmSeverity, sacActual } = clear;
  if (eventClass !== 'unsafe_condition')
    for (const sac of ['sacActual', 'sacPotential'] as const)
      if (clear[sac] === undefined)
        return refuse(
          'safety-event/sac-missing',
          'An incident or a near miss needs both Safety Assessment Codes.',
          sac,
        );
  const somebody = concernsSomebody({ ...before, named: before.named || isNamed(data) });
  checkHarm(eventClass, harmSeverity, somebody, 'harmSeverity');
  checkCategories(eventClass, [clear.type], 'type');
  const rating = { to: harmSeverity, patient, by };
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
    ...(assessment ? [assessed({ to: harmSeverity, ...assessment, by }, before)] : []),
    // What nobody has determined yet is determined by a person; what was found not eligible is looked at again.
    ...(assessment || Object.values(before.eligibility).includes(false) ? eligibleByNow(rating, before) : []),
    ...(sacActual === 3
      ? [
          {
            type: 'ReviewRequired',
            data: { method: 'rca2', trigger: 'sac_actual_3', requiredAt: at, requiredBy: by },
          } as const,
        ]
      : []),
  ];
};

export const confirm = (data: ConfirmSafetyEvent['data'], before: LivingSafetyEvent): readonly SafetyEventFact[] => {
  const { lists, patientRef, population, by } = data;
  switch (before.status) {
    case 'triaged':
      break;
    case 'reported':
      return refuse('safety-event/not-triaged', 'Triage it before confirming it.');
    case 'redirected':
      return refuse('safety-event/redirected', 'Another office has it: it comes back before it is confirmed.');
    default:
      return refuse('safety-event/already-confirmed', 'This safety event was already confirmed.');
  }
  if (before.eventClass !== 'unsafe_condition' && !concernsSomebody(before) && !isNamed(data))
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
