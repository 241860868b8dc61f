import type { Recorded } from '#kernel/core';
import { isCrpHarm } from './safety-event.codes.js';
import type { SafetyEventFact } from './safety-event.events.js';
import { type CaseStanding, eligiblePatients, identifiedAtOf, type LivingSafetyEvent } from './safety-event.rules.js';

/** The default policy of domain.md 0.3. */
export const BY_RULE = 'unexpected-harm-moderate-or-worse';

/** Its patients, by the ids that only it and its cases know them by: those linked to it, else the one it happened to. */
export const patientsOf = ({ patient, patients }: LivingSafetyEvent, first: string): readonly string[] => [
  ...new Set([...(patient !== undefined || patients.length === 0 ? [patient ?? first] : []), ...patients]),
];

type Determined = Extract<SafetyEventFact, { type: 'CrpEligibilityDetermined' }>['data'];

/** What was determined for one patient: each has a case of their own (domain.md 8.16). */
export const determinedFor = (
  patient: string,
  safetyEvent: LivingSafetyEvent,
  determined: Omit<Determined, 'patient' | 'eventAt'>,
): SafetyEventFact => ({
  type: 'CrpEligibilityDetermined',
  data: { ...determined, patient, eventAt: safetyEvent.eventAt.value },
});

/** For a patient of whom it was said last, where it is eligible for others by the rule; none where it was determined. */
export const eligibleAsTheOthers = (
  patient: string,
  determinedBy: string,
  safetyEvent: LivingSafetyEvent,
): readonly SafetyEventFact[] => {
  const identifiedAt = identifiedAtOf(safetyEvent);
  const forOthers = eligiblePatients(safetyEvent).length > 0 && isCrpHarm(safetyEvent.harmSeverity);
  const isOver = safetyEvent.status === 'closed'; // reopened first, as for all that is new (INV-07)
  return identifiedAt === undefined || isOver || !forOthers || patient in safetyEvent.eligibility
    ? []
    : [determinedFor(patient, safetyEvent, { eligible: true, rule: BY_RULE, identifiedAt, determinedBy })];
};

/** A case with whose it is, as far as that is known. */
export const caseWithPatient = (
  caseId: string,
  { cases, patient: first }: LivingSafetyEvent,
): { caseId: string; patient?: string } => {
  const patient = cases[caseId]?.patient ?? first;
  return patient === undefined ? { caseId } : { caseId, patient };
};

/** For whom it is eligible, once that was determined. */
export const eligibilityAfter = (
  { eligible, patient }: Pick<Determined, 'eligible' | 'patient'>,
  before: LivingSafetyEvent,
): Pick<LivingSafetyEvent, 'eligibility' | 'patient'> => ({
  eligibility: { ...before.eligibility, [patient]: eligible },
  patient: before.patient ?? patient,
});

type Moved = Extract<SafetyEventFact, { type: 'CaseLinked' | 'CaseEndNoted' }> & Partial<Pick<Recorded, 'occurredAt'>>;

/** The cases on it, once one is open, for the first time or again, or has ended. Whose it is stays. */
export const casesAfter = (event: Moved, { cases }: LivingSafetyEvent): LivingSafetyEvent['cases'] => {
  const { [event.data.caseId]: known } = cases;
  return { ...cases, [event.data.caseId]: { ...whoseAndBegun(event, known), ...standingAfter(event) } };
};

const whoseAndBegun = ({ type, data }: Moved, known: CaseStanding | undefined) => {
  const { patient = known?.patient, begun = known?.begun } = type === 'CaseLinked' ? data : {};
  return { ...(patient !== undefined && { patient }), ...(begun !== undefined && { begun }) };
};

const standingAfter = ({ type, data, occurredAt }: Moved): Pick<CaseStanding, 'standing' | 'endedAt'> =>
  type === 'CaseLinked' ? { standing: 'open' } : { standing: data.end, ...(occurredAt && { endedAt: occurredAt }) };
