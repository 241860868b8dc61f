import { type DomainCommand, secret } from '#kernel/core';
import { BY_RULE, determinedFor, patientsOf } from './eligibility.rules.js';
import type { AssessmentTiming, HarmBasis, HarmDuration } from './patient.codes.js';
import { HARM_SEVERITIES, type HarmSeverity, isCrpHarm } from './safety-event.codes.js';
import type { SafetyEventFact } from './safety-event.events.js';
import { checkHarm, concernsSomebody, identifiedAtOf, type LivingSafetyEvent } from './safety-event.rules.js';

/** On what a rating of harm rests, how long the harm lasts, and when after the event it was assessed (standards.md 1). */
export interface HarmAssessment {
  readonly basis: HarmBasis;
  readonly duration?: HarmDuration;
  readonly timing?: AssessmentTiming;
}

export type AssessHarm = DomainCommand<
  'AssessHarm',
  HarmAssessment & {
    to: HarmSeverity;
    rationale?: string;
    /** An id for the patient, taken where none was given yet. */
    patient: string;
    by: string;
  }
>;

/** A new rating beside all before it. Upward runs the eligibility rule again; downward closes nothing (8.15 no. 8). */
export const assessHarm = (
  { patient, ...rating }: AssessHarm['data'],
  safetyEvent: LivingSafetyEvent,
): readonly SafetyEventFact[] => {
  checkHarm(safetyEvent.eventClass, rating.to, concernsSomebody(safetyEvent), 'to');
  return [assessed(rating, safetyEvent), ...eligibleByNow({ to: rating.to, patient, by: rating.by }, safetyEvent)];
};

/** The rating as a fact, with the one that somebody here gave before, if anybody has. */
export const assessed = (
  { rationale, by, ...rating }: Omit<AssessHarm['data'], 'patient'>,
  { rated, harmSeverity }: LivingSafetyEvent,
): SafetyEventFact => ({
  type: 'HarmSeverityAssessed',
  data: {
    ...rating,
    ...(rated && harmSeverity && { from: harmSeverity }),
    ...(rationale && { rationale: secret(rationale) }),
    assessedBy: by,
  },
});

/** Where harm is rated higher than it stood, and what was identified is eligible by the rule now: that it is, for each patient. */
export const eligibleByNow = (
  { to, patient, by }: Pick<AssessHarm['data'], 'to' | 'patient' | 'by'>,
  safetyEvent: LivingSafetyEvent,
): readonly SafetyEventFact[] => {
  const identifiedAt = identifiedAtOf(safetyEvent);
  if (identifiedAt === undefined || !isCrpHarm(to) || !isWorse(to, safetyEvent.harmSeverity)) return [];
  return patientsOf(safetyEvent, patient)
    .filter((one) => !safetyEvent.eligibility[one])
    .map((one) => determinedFor(one, safetyEvent, { eligible: true, rule: BY_RULE, identifiedAt, determinedBy: by }));
};

/** Whether harm is rated higher than it stood. What is unknown, or was never told, is below everything. */
const isWorse = (to: HarmSeverity, from: HarmSeverity | undefined): boolean =>
  HARM_SEVERITIES.indexOf(to) < HARM_SEVERITIES.indexOf(from ?? 'unknown');
