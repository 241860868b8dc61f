import { type Instant, refuse } from '#kernel/core';
import { decidesAlone, found, standsFor } from './authority.rules.js';
import type { People, Representative } from './people.state.js';
import type { Attendee } from './resolution-case.codes.js';

const nobody = (field: string, says: string) => refuse('resolution-case/nobody-told', says, field);

/** Whether somebody hears in the patient's stead: who stands for them, and is the one, where that was looked at. */
const represents = (one: Representative, people: People, at: Instant): boolean =>
  standsFor(one, people, at) && (people.decider?.person ?? one.person) === one.person;

/** Each kind of person who is said to have been there is there by name, as what they were recorded as. */
const checkNamed = (people: People, attendees: readonly Attendee[], there: readonly Representative[], at: Instant) => {
  const standing = there.filter((one) => represents(one, people, at));
  if (attendees.includes('representative') && standing.length === 0)
    nobody('persons', 'Name who was there of those who stand for the patient: recorded, verified, and still so.');
  const others = attendees.includes('representative') ? there.length - 1 : there.length;
  if (attendees.includes('involved_family') && others === 0)
    nobody('persons', 'Name the recorded relatives who were there: what they may hear is recorded first.');
};

/**
 * INV-23: a conversation is with the patient where they hear for themselves, or with somebody of whom it is recorded that
 * they stand for them; with family who are involved in their care where the patient has died, cannot decide or is a minor
 * (domain.md 7.8, 8.16). `persons` are those of them who were there.
 */
export const checkHeard = (
  people: People,
  attendees: readonly Attendee[],
  persons: readonly string[],
  at: Instant,
): void => {
  if (people.died && attendees.includes('patient')) nobody('attendees', 'The patient has died: name who was there.');
  checkNamed(
    people,
    attendees,
    persons.map((person) => found(people, person)),
    at,
  );
  const whoHears = decidesAlone(people, at) ? 'patient' : 'involved_family';
  if (attendees.includes(whoHears) || attendees.includes('representative')) return;
  nobody(
    'attendees',
    attendees.includes('patient')
      ? 'The patient cannot decide for themselves, or is a minor: speak with who stands for them, too.'
      : 'Neither the patient nor a representative was there: record an attempt instead.',
  );
};

/** The same of what is written: a letter that names nobody goes to the patient. */
export const checkReached = (
  people: People,
  {
    mode,
    attendees,
    persons = [],
    at,
  }: { mode: string; attendees: readonly Attendee[]; persons?: readonly string[]; at: Instant },
): void => checkHeard(people, mode === 'letter' && attendees.length === 0 ? ['patient'] : attendees, persons, at);
