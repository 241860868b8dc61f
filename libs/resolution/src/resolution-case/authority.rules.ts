import { type Instant, refuse } from '#kernel/core';
import { ESTATE_BASES, STAND_IN_BASES } from './people.codes.js';
import type { People, Representative } from './people.state.js';

/** Somebody who was recorded. */
export const found = ({ representatives }: People, person: string): Representative =>
  representatives.find((one) => one.person === person) ??
  refuse('resolution-case/unknown-person', 'Record this person and what they may hear or decide first.', 'person');

/** Whether the patient decides for themselves at that time: alive, of age, and able to. */
export const decidesAlone = ({ died, lacksCapacity, majorityAt }: People, at: Instant): boolean =>
  !died && !lacksCapacity && (majorityAt === undefined || majorityAt <= at);

/**
 * A minor's parent, a proxy, and whoever was named while the patient lived, stand for them only so long (domain.md 8.16):
 * after a death, those do who were recorded since as who settles the estate.
 */
export const standsFor = (
  { authority, verified, basis, sinceDeath = false }: Representative,
  people: People,
  at: Instant,
): boolean =>
  authority === 'decides' &&
  verified &&
  (!people.died || (sinceDeath && ESTATE_BASES.includes(basis))) &&
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

/** Whether somebody else than this person was found to decide, or of several it was not looked at who does. */
const isNotTheOne = (people: People, person: string, at: Instant): boolean =>
  people.decider
    ? people.decider.person !== person
    : people.representatives.some((one) => one.person !== person && standsFor(one, people, at));

/**
 * One authorized person decides (domain.md 8.16): the patient where they can, else who stands for them. `person` is absent
 * for the patient. Refused while it is to be looked at anew who decides, while relatives disagree, to others than the one
 * whom that look has named, and to each of several until it was looked at who it is.
 */
export const checkDecides = (people: People, person: string | undefined, at: Instant): void => {
  if (people.rechecks.length > 0 || (person !== undefined && cameOfAge(people, at)))
    refuse('resolution-case/authority-unclear', 'Look anew at who may decide for the patient first.', 'person');
  checkStands(people, person, at);
  if (person === undefined || !isNotTheOne(people, person, at)) return;
  if (!people.decider)
    refuse(
      'resolution-case/authority-unclear',
      'Several stand for the patient: look first at who of them decides.',
      'person',
    );
  refuse('resolution-case/another-decides', 'It was found that another decides, or the patient themselves.', 'person');
};

/** INV-25: an offer is accepted by the patient, or by who may settle in their name. */
export const checkSettles = (people: People, person: string | undefined, at: Instant): void => {
  checkDecides(people, person, at);
  if (person !== undefined && !found(people, person).maySettle)
    refuse('resolution-case/no-settlement-authority', 'This person may not settle in the patient’s name.', 'person');
};
