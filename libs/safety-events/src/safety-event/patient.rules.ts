import { type DomainCommand, type Instant, refuse, secret } from '#kernel/core';
import { eligibleAsTheOthers } from './eligibility.rules.js';
import type { AgeBand, DeathSource, Ethnicity, Payer, Race, Sex, YesNoUnknown } from './patient.codes.js';
import type { SafetyEventFact } from './safety-event.events.js';
import type { LivingSafetyEvent } from './safety-event.rules.js';
import type { KnownTime } from './safety-event.times.js';

/** Coded facts about a patient as they were then. */
export interface PatientFacts {
  readonly race?: readonly Race[];
  readonly ethnicity?: Ethnicity;
  readonly language?: string;
  readonly interpreterNeeded?: YesNoUnknown;
  readonly sex?: Sex;
  readonly ageBand?: AgeBand;
  readonly payer?: Payer;
  readonly rescueAttempted?: YesNoUnknown;
  readonly longerStay?: YesNoUnknown;
  readonly patientOrFamilyNotified?: YesNoUnknown;
}

export type LinkPatient = DomainCommand<
  'LinkPatient',
  {
    /** One linked before, of whom more is known now. Absent: another patient. */
    patient?: string;
    patientRef?: string;
    facts: PatientFacts;
    /** The id of a first patient, and one for any further. */
    ids: { readonly first: string; readonly further: string };
    by: string;
  }
>;
export type RecordPatientDeath = DomainCommand<
  'RecordPatientDeath',
  { patient: string; diedAt: KnownTime; source: DeathSource; at: Instant; by: string }
>;

/**
 * Several patients may be linked, each by an id of their own; each one's facts are told anew, and none overwritten. One
 * who is linked after the harm was found eligible by the rule has a case of their own asked for (domain.md 8.16).
 */
export const linkPatient = (
  { patient, patientRef, facts, ids, by }: LinkPatient['data'],
  before: LivingSafetyEvent,
): readonly SafetyEventFact[] => {
  if (patient !== undefined && !before.patients.includes(patient))
    return refuse('safety-event/unknown-patient', 'No patient of this id is linked to it.', 'patient');
  const first = before.patient ?? ids.first;
  const linked = patient ?? (before.patients.includes(first) ? ids.further : first);
  return [
    {
      type: 'PatientLinked',
      data: { patient: linked, ...(patientRef && { patientRef: secret(patientRef) }), facts, linkedBy: by },
    },
    ...eligibleAsTheOthers(linked, by, before),
  ];
};

/** A patient of it has died, then or since: who speaks for them has to be looked at again (8.15 no. 7). */
export const recordDeath = (
  { at, by, ...clear }: RecordPatientDeath['data'],
  { patients, patient, died }: LivingSafetyEvent,
): readonly SafetyEventFact[] => {
  if (!patients.includes(clear.patient) && clear.patient !== patient)
    return refuse('safety-event/unknown-patient', 'No patient of this id is linked to it.', 'patient');
  if (died.includes(clear.patient))
    return refuse('safety-event/death-already-recorded', 'The death of this patient was recorded before.', 'patient');
  if (Date.parse(clear.diedAt.value) > Date.parse(at))
    return refuse('safety-event/in-the-future', 'This time is still to come.', 'diedAt');
  return [{ type: 'PatientDeathRecorded', data: { ...clear, recordedBy: by } }];
};
