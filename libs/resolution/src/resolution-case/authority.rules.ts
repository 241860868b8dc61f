import { type Instant, refuse } from '#kernel/core';
import { ESTATE_BASES, STAND_IN_BASES } from './people.codes.js';
import type { People, Representative } from './people.state.js';
import type { Attendee } from './resolution-case.codes.js';

const found = ({ representatives }: People, person: string): Representative =>
  representatives.find((one) => one.person === person) ??
  refuse('resolution-case/unknown-person', 'Record this person and what they may hear or decide first.', 'person');

/** Whether the patient decides for themselves at that time: alive, of age, and able to. */
const decidesAlone = ({ died, lacksCapacity, majorityAt }: People, at: Instant): boolean =>
  !died && !lacksCapacity && (majorityAt === undefined || majorityAt <= at);

/** A minor's parent, a proxy, and whoever was named while the patient lived, stand for them only so long (domain.md 8.16). */
const standsFor = ({ authority, verified, basis }: Representative, people: People, at: Instant): boolean =>
  authority === 'decides' &&
  verified &&
  (!people.died || ESTATE_BASES.includes(basis)) &&
  (!STAND_IN_BASES.includes(basis) || !decidesAlone(people, at)) &&
  (basis !== 'parent_of_minor' || isMinor(people, at));

/** Whether the patient is known to be a minor at that time. */
export const isMinor = ({ majorityAt }: People, at: Instant): boolean => majorityAt !== undefined && at < majorityAt;

/** The patient came of age, and nobody has looked anew since at who decides. */
export const cameOfAge = ({ died, majorityAt, recheckedAt }: People, at: Instant): boolean =>
  !died && majorityAt !== undefined && majorityAt <= at && (recheckedAt === undefined || recheckedAt < majorityAt);

/** Whether this person, or the patient where none is named, is one who could decide at that time. */
export const checkStands = (people: People, person: string | undefined, at: Instant): void => {
  if (person === undefined) {
    if (!decidesAlone(people, at))
      refuse('resolution-case/patient-cannot-decide', 'Name the person who decides for the patient.', 'person');
    return;
  }
  if (people.relativesDisagree)
    refuse('resolution-case/relatives-disagree', 'Relatives disagree: counsel says first who decides.', 'person');
  if (!standsFor(found(people, person), people, at))
    refuse('resolution-case/no-authority', 'This person may not decide for the patient.', 'person');
};

/**
 * One authorized person decides (domain.md 8.16): the patient where they can, else who stands for them. `person` is absent
 * for the patient. Refused while it is to be looked at anew who decides, while relatives disagree, and to others than
 * the one whom that look has named.
 */
export const checkDecides = (people: People, person: string | undefined, at: Instant): void => {
  if (people.rechecks.length > 0 || (person !== undefined && cameOfAge(people, at)))
    refuse('resolution-case/authority-unclear', 'Look anew at who may decide for the patient first.', 'person');
  checkStands(people, person, at);
  if (person !== undefined && people.decider !== undefined && person !== people.decider)
    refuse('resolution-case/another-decides', 'Somebody else was found to decide for the patient.', 'person');
};

/** INV-25: an offer is accepted by the patient, or by who may settle in their name. */
export const checkSettles = (people: People, person: string | undefined, at: Instant): void => {
  checkDecides(people, person, at);
  if (person !== undefined && !found(people, person).maySettle)
    refuse('resolution-case/no-settlement-authority', 'This person may not settle in the patient’s name.', 'person');
};

/**
 * INV-23: a conversation is with the patient, or with somebody of whom it is recorded that they stand for the patient or
 * are involved in their care. `persons` are those of them who were there.
 */
export const checkHeard = (people: People, attendees: readonly Attendee[], persons: readonly string[]): void => {
  const there = persons.map((person) => found(people, person));
  const nobody = (field: string, says: string) => refuse('resolution-case/nobody-told', says, field);
  if (people.died && attendees.includes('patient')) nobody('attendees', 'The patient has died: name who was there.');
  if (attendees.includes('representative') && !there.some(({ authority }) => authority === 'decides'))
    nobody('persons', 'Name the recorded representative who was there.');
  if (attendees.includes('involved_family') && there.length === 0)
    nobody('persons', 'Name the recorded relatives who were there: what they may hear is recorded first.');
  if (
    !attendees.some(
      (one) => one === 'patient' || one === 'representative' || (people.died && one === 'involved_family'),
    )
  )
    nobody('attendees', 'Neither the patient nor a representative was there: record an attempt instead.');
};
