import { secret } from '#kernel/core';
import type { AuthorityBasis, RecheckReason } from './people.codes.js';
import { ana, byLeo, byRosa, type Command, type Fact, mother, on, ten } from './people.examples.js';
import { leo, rosa } from './resolution-case.examples.js';

/** Somebody who decides, verified and allowed to settle, on that basis. */
export const record = (basis: AuthorityBasis, person = mother): Command<'RecordRepresentative'> => ({
  type: 'RecordRepresentative',
  data: {
    newPerson: person,
    authority: 'decides',
    relation: 'parent',
    basis,
    verified: true,
    maySettle: true,
    name: 'Elena Ruiz',
    contact: '555-0142',
    at: ten,
    ...byLeo,
  },
});
export const recorded = (basis: AuthorityBasis, person = mother): Fact<'RepresentativeRecorded'> => ({
  type: 'RepresentativeRecorded',
  data: {
    ...on,
    person,
    authority: 'decides',
    relation: 'parent',
    basis,
    verified: true,
    maySettle: true,
    name: secret('Elena Ruiz'),
    contact: secret('555-0142'),
    recordedBy: leo,
  },
});
export const end: Command<'EndRepresentative'> = {
  type: 'EndRepresentative',
  data: { person: mother, reason: 'own_wish', at: ten, ...byLeo },
};
export const ended: Fact<'RepresentativeEnded'> = {
  type: 'RepresentativeEnded',
  data: { ...on, person: mother, reason: 'own_wish', endedBy: leo },
};

export const noteDeath: Command<'NotePatientDeath'> = { type: 'NotePatientDeath', data: { patient: ana, at: ten } };
export const deathNoted: Fact<'PatientDeathNoted'> = { type: 'PatientDeathNoted', data: { ...on, notedAt: ten } };

export const noteMajority: Command<'NoteMajority'> = { type: 'NoteMajority', data: { at: ten } };
export const recheckRequired = (reason: RecheckReason): Fact<'AuthorityRecheckRequired'> => ({
  type: 'AuthorityRecheckRequired',
  data: { ...on, reason, requiredAt: ten },
});
export const recheck = (person?: string, at = ten): Command<'RecheckAuthority'> => ({
  type: 'RecheckAuthority',
  data: { ...(person && { person }), at, ...byRosa },
});
export const rechecked = (person?: string, at = ten): Fact<'AuthorityRechecked'> => ({
  type: 'AuthorityRechecked',
  data: { ...on, ...(person && { person }), recheckedAt: at, recheckedBy: rosa },
});

const QUARREL = 'Mother and brother each say that they decide.';
export const recordConflict: Command<'RecordRelativesConflict'> = {
  type: 'RecordRelativesConflict',
  data: { note: QUARREL, at: ten, ...byRosa },
};
export const conflict: Fact<'RelativesConflictRecorded'> = {
  type: 'RelativesConflictRecorded',
  data: { ...on, note: secret(QUARREL), recordedAt: ten, recordedBy: rosa },
};
export const settleConflict: Command<'SettleRelativesConflict'> = { type: 'SettleRelativesConflict', data: byRosa };
export const settled: Fact<'RelativesConflictSettled'> = {
  type: 'RelativesConflictSettled',
  data: { ...on, settledBy: rosa },
};
