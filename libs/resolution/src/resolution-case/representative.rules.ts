import { type DomainCommand, type Instant, refuse, secret } from '#kernel/core';
import { cameOfAge, checkStands, isMinor } from './authority.rules.js';
import type { Authority, AuthorityBasis, RecheckReason, Relation, RepresentationEnd } from './people.codes.js';
import type { People, Representative } from './people.state.js';
import type { ResolutionCaseFact } from './resolution-case.events.js';
import { active, type By, type Facts, here, onTeam, type ResolutionCase, type Rules } from './resolution-case.rules.js';

type Acted = { readonly at: Instant } & By;

export type RecordRepresentative = DomainCommand<
  'RecordRepresentative',
  {
    /** One recorded before, of whom more is known now. Absent: another person. */
    person?: string;
    /** The id of another person. */
    newPerson: string;
    authority: Authority;
    relation: Relation;
    basis: AuthorityBasis;
    verified: boolean;
    maySettle: boolean;
    shareScope?: string;
    name: string;
    contact?: string;
  } & Acted
>;
export type EndRepresentative = DomainCommand<
  'EndRepresentative',
  { person: string; reason: RepresentationEnd } & Acted
>;
export type RecheckAuthority = DomainCommand<'RecheckAuthority', { person?: string } & Acted>;
export type RecordRelativesConflict = DomainCommand<'RecordRelativesConflict', { note: string } & Acted>;
export type SettleRelativesConflict = DomainCommand<'SettleRelativesConflict', { note?: string } & By>;
/** The safety event recorded that one of its patients has died: an automation tells. */
export type NotePatientDeath = DomainCommand<'NotePatientDeath', { patient: string; at: Instant }>;
/** A day has come that was known beforehand: an automation tells. */
export type NoteMajority = DomainCommand<'NoteMajority', { at: Instant }>;

type Recorded = Pick<RecordRepresentative['data'], 'authority' | 'basis' | 'verified' | 'maySettle' | 'at'>;

const recheck = (safetyEventId: string, reason: RecheckReason, requiredAt: Instant): ResolutionCaseFact => ({
  type: 'AuthorityRecheckRequired',
  data: { safetyEventId, reason, requiredAt },
});

const decided = ({ authority, verified }: Pick<Representative, 'authority' | 'verified'>): boolean =>
  authority === 'decides' && verified;

/** On what somebody's authority can rest, as things stand (domain.md 8.16; INV-25). */
const checkBasis = ({ authority, basis, verified, maySettle, at }: Recorded, people: People): void => {
  if (maySettle && !decided({ authority, verified }))
    refuse(
      'resolution-case/no-settlement-authority',
      'Only who decides, and was verified to, may settle in the patient’s name.',
      'maySettle',
    );
  if (basis === 'patient_did_not_object' && authority === 'decides')
    refuse('resolution-case/basis-involves', 'Whom the patient did not object to hears; they do not decide.', 'basis');
  if ((basis === 'executor_of_estate' || basis === 'administrator_of_estate') && !people.died)
    refuse('resolution-case/patient-lives', 'There is an estate only once the patient has died.', 'basis');
  if (basis === 'parent_of_minor' && !isMinor(people, at))
    refuse('resolution-case/not-a-minor', 'The patient is not recorded as a minor at this time.', 'basis');
};

const checkKnown = ({ representatives, ended }: People, person: string): void => {
  if (!(person in ended) && !representatives.some((one) => one.person === person))
    refuse('resolution-case/unknown-person', 'No person of this id was recorded.', 'person');
};

/** Who may decide, or hear what concerns the care they take part in; of one recorded before, what is known now. */
export const recordRepresentative = (data: RecordRepresentative['data'], resolutionCase: ResolutionCase): Facts => {
  const before = onTeam(data, resolutionCase);
  const { safetyEventId, people } = before;
  const { person: known, newPerson, at, by, role: _role, shareScope, name, contact, ...clear } = data;
  if (known !== undefined) checkKnown(people, known);
  const person = known ?? newPerson;
  if (people.ended[person] === 'suspected_cause_of_harm')
    return refuse('resolution-case/suspected-of-harm', 'This person may have caused the harm: name another.', 'person');
  checkBasis(data, people);
  const recorded: ResolutionCaseFact = {
    type: 'RepresentativeRecorded',
    data: {
      safetyEventId,
      person,
      ...clear,
      recordedBy: by,
      name: secret(name),
      ...(shareScope && { shareScope: secret(shareScope) }),
      ...(contact && { contact: secret(contact) }),
    },
  };
  const was = people.representatives.find((one) => one.person === person);
  const loses = was !== undefined && decided(was) && !decided(clear);
  return loses ? [recorded, recheck(safetyEventId, 'representative_ended', at)] : [recorded];
};

/** Somebody no longer stands for the patient; where they decided, it is looked at anew who does. */
export const endRepresentative = (data: EndRepresentative['data'], resolutionCase: ResolutionCase): Facts => {
  const { person, reason, at, by } = data;
  const before = onTeam(data, resolutionCase);
  const { safetyEventId, people } = before;
  const was = people.representatives.find((one) => one.person === person);
  if (!was) return refuse('resolution-case/unknown-person', 'Nobody of this id stands for the patient.', 'person');
  const ended: ResolutionCaseFact = {
    type: 'RepresentativeEnded',
    data: { safetyEventId, person, reason, endedBy: by },
  };
  return was.authority === 'decides' ? [ended, recheck(safetyEventId, 'representative_ended', at)] : [ended];
};

/** Looked at anew: who decides from now on (domain.md 8.15, process 7). */
export const recheckAuthority = (
  { person, at, by }: RecheckAuthority['data'],
  resolutionCase: ResolutionCase,
): Facts => {
  const { safetyEventId, people } = active(resolutionCase);
  checkStands(people, person, at);
  return [
    {
      type: 'AuthorityRechecked',
      data: { safetyEventId, ...(person !== undefined && { person }), recheckedAt: at, recheckedBy: by },
    },
  ];
};

/** Relatives disagree: nobody of them decides until counsel has said who (domain.md 8.16). */
export const recordConflict = (
  { note, at, by }: RecordRelativesConflict['data'],
  resolutionCase: ResolutionCase,
): Facts => {
  const { safetyEventId, people } = active(resolutionCase);
  if (people.relativesDisagree)
    return refuse('resolution-case/relatives-disagree', 'That relatives disagree is on record already.');
  return [
    {
      type: 'RelativesConflictRecorded',
      data: { safetyEventId, note: secret(note), recordedAt: at, recordedBy: by },
    },
    recheck(safetyEventId, 'relatives_disagree', at),
  ];
};

export const settleConflict = (
  { note, by }: SettleRelativesConflict['data'],
  resolutionCase: ResolutionCase,
): Facts => {
  const { safetyEventId, people } = active(resolutionCase);
  if (!people.relativesDisagree) return refuse('resolution-case/no-conflict', 'No relatives are known to disagree.');
  return [
    { type: 'RelativesConflictSettled', data: { safetyEventId, settledBy: by, ...(note && { note: secret(note) }) } },
  ];
};

/** By the id that they have on its safety event, or on one whose case went on in this one. */
const isPatient = (id: string, one: Exclude<ReturnType<typeof here>, undefined>): boolean =>
  one.patient === id || ('alsoPatient' in one && one.alsoPatient.includes(id));

/** The case stays; what the patient alone could say ends with them (domain.md 8.16). Another patient’s death is none of it. */
export const notePatientDeath = ({ patient, at }: NotePatientDeath['data'], resolutionCase: ResolutionCase): Facts => {
  const before = here(resolutionCase);
  if (!before || !isPatient(patient, before) || before.people.died) return [];
  const { safetyEventId } = before;
  return [
    { type: 'PatientDeathNoted', data: { safetyEventId, notedAt: at } },
    recheck(safetyEventId, 'patient_died', at),
  ];
};

/** A minor has come of age: from that day on the patient decides, once it was looked at anew (domain.md 8.16). */
export const noteMajority = ({ at }: NoteMajority['data'], resolutionCase: ResolutionCase): Facts => {
  const before = here(resolutionCase);
  if (!before || !cameOfAge(before.people, at) || before.people.rechecks.includes('majority_reached')) return [];
  return [recheck(before.safetyEventId, 'majority_reached', at)];
};

export type RepresentativeCommand =
  | RecordRepresentative
  | EndRepresentative
  | RecheckAuthority
  | RecordRelativesConflict
  | SettleRelativesConflict;

export const representativeRules: Rules<RepresentativeCommand | NotePatientDeath | NoteMajority> = {
  RecordRepresentative: recordRepresentative,
  EndRepresentative: endRepresentative,
  RecheckAuthority: recheckAuthority,
  RecordRelativesConflict: recordConflict,
  SettleRelativesConflict: settleConflict,
  NotePatientDeath: notePatientDeath,
  NoteMajority: noteMajority,
};
