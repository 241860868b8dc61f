import { secret } from '#kernel/core';
import type { AuthorityBasis, RecheckReason } from './people.codes.js';
import type { ResolutionCaseCommand } from './resolution-case.decider.js';
import type { ResolutionCaseFact } from './resolution-case.events.js';
import { activated, leo, rosa } from './resolution-case.examples.js';

/** The people around Ana Ruiz: her mother, her guardian, her executor, and who of us is there for them. */
export const mia = '0192a000-0000-7000-8000-000000000024';
export const omar = '0192a000-0000-7000-8000-000000000025';
export const mother = '0192a000-0000-7000-8000-000000000601';
export const brother = '0192a000-0000-7000-8000-000000000602';
export const ten = '2026-03-02T10:00:00.000Z';
export const tomorrow = '2026-03-03T10:00:00.000Z';
/** When Ana comes of age, where she is told to be a minor. */
export const birthday = '2027-06-01T05:00:00.000Z';
export const afterBirthday = '2027-06-02T05:00:00.000Z';

const { safetyEventId, patient } = activated.data;
export const ana = patient;
const on = { safetyEventId } as const;
export const byRosa = { by: rosa, role: 'risk-manager' } as const;
const byLeo = { by: leo, role: 'liaison' } as const;

type Command<T extends ResolutionCaseCommand['type']> = Extract<ResolutionCaseCommand, { type: T }>;
type Fact<T extends ResolutionCaseFact['type']> = Extract<ResolutionCaseFact, { type: T }>;

export const noteInvolved: Command<'NoteInvolvedStaff'> = { type: 'NoteInvolvedStaff', data: { staff: [omar] } };
export const involvedNoted: Fact<'InvolvedStaffNoted'> = { type: 'InvolvedStaffNoted', data: { ...on, staff: [omar] } };

export const changeLiaison: Command<'ChangeLiaison'> = {
  type: 'ChangeLiaison',
  data: { liaison: mia, contactGiven: true, ...byRosa },
};
export const liaisonChanged: Fact<'LiaisonChanged'> = {
  type: 'LiaisonChanged',
  data: { ...on, from: leo, liaison: mia, contactGiven: true, changedBy: rosa },
};

const away = { cover: mia, from: ten, until: tomorrow, patientTold: true } as const;
export const arrangeCover: Command<'ArrangeLiaisonCover'> = {
  type: 'ArrangeLiaisonCover',
  data: { ...away, ...byRosa },
};
export const coverArranged: Fact<'LiaisonCoverArranged'> = {
  type: 'LiaisonCoverArranged',
  data: { ...on, ...away, arrangedBy: rosa },
};

const team = { members: [rosa, mia], communicationLead: mia } as const;
export const changeTeam: Command<'ChangeResponseTeam'> = { type: 'ChangeResponseTeam', data: { ...team, ...byRosa } };
export const teamChanged: Fact<'ResponseTeamChanged'> = {
  type: 'ResponseTeamChanged',
  data: { ...on, ...team, changedBy: rosa },
};

export const assessNeeds: Command<'AssessNeeds'> = {
  type: 'AssessNeeds',
  data: { kinds: ['interpreter', 'lodging'], note: 'Her mother sleeps in the car.', at: ten, ...byLeo },
};
export const needsAssessed: Fact<'PatientNeedsAssessed'> = {
  type: 'PatientNeedsAssessed',
  data: {
    ...on,
    kinds: ['interpreter', 'lodging'],
    note: secret('Her mother sleeps in the car.'),
    assessedAt: ten,
    assessedBy: leo,
  },
};

export const offerSupport: Command<'OfferSupport'> = {
  type: 'OfferSupport',
  data: { kinds: ['lodging', 'meals'], accepted: ['lodging'], at: ten, ...byLeo },
};
export const supportOffered: Fact<'SupportOffered'> = {
  type: 'SupportOffered',
  data: { ...on, kinds: ['lodging', 'meals'], accepted: ['lodging'], offeredAt: ten, offeredBy: leo },
};

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

export const recordMinority: Command<'RecordMinority'> = {
  type: 'RecordMinority',
  data: { majorityAt: birthday, courtApprovalNeeded: true, at: ten, ...byLeo },
};
export const minor: Fact<'PatientMinorityRecorded'> = {
  type: 'PatientMinorityRecorded',
  data: { ...on, majorityAt: birthday, courtApprovalNeeded: true, recordedBy: leo },
};
export const recordView: Command<'RecordMinorView'> = {
  type: 'RecordMinorView',
  data: { view: 'I want to know why.', at: ten, ...byLeo },
};
export const viewRecorded: Fact<'MinorViewRecorded'> = {
  type: 'MinorViewRecorded',
  data: { ...on, view: secret('I want to know why.'), recordedBy: leo },
};

export const recordCapacity = (capacity: 'has' | 'lacks'): Command<'RecordCapacity'> => ({
  type: 'RecordCapacity',
  data: { capacity, since: ten, at: ten, ...byLeo },
});
export const capacityRecorded = (capacity: 'has' | 'lacks'): Fact<'PatientCapacityRecorded'> => ({
  type: 'PatientCapacityRecorded',
  data: { ...on, capacity, since: ten, recordedBy: leo },
});

export const noteDeath: Command<'NotePatientDeath'> = { type: 'NotePatientDeath', data: { patient: ana, at: ten } };
export const deathNoted: Fact<'PatientDeathNoted'> = { type: 'PatientDeathNoted', data: { ...on, notedAt: ten } };

export const requireRecheck = (reason: RecheckReason): Command<'RequireAuthorityRecheck'> => ({
  type: 'RequireAuthorityRecheck',
  data: { reason, at: ten },
});
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

export const declineProgram: Command<'DeclineProgram'> = {
  type: 'DeclineProgram',
  data: { scope: 'program', lasting: 'now', at: ten, ...byRosa },
};
export const programDeclined: Fact<'PatientDeclinedProgram'> = {
  type: 'PatientDeclinedProgram',
  data: { ...on, scope: 'program', lasting: 'now', declinedAt: ten, recordedBy: rosa },
};

export const recordWish: Command<'RecordContactWish'> = {
  type: 'RecordContactWish',
  data: { everyDays: 14, at: ten, ...byLeo },
};
export const wishRecorded: Fact<'ContactWishRecorded'> = {
  type: 'ContactWishRecorded',
  data: { ...on, everyDays: 14, statedAt: ten, recordedBy: leo },
};

/** The same command with something else in it. */
export const but = <C extends ResolutionCaseCommand>(command: C, changes: Partial<C['data']>): C => ({
  ...command,
  data: { ...command.data, ...changes },
});
