import { secret } from '#kernel/core';
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
export const on = { safetyEventId } as const;
export const byRosa = { by: rosa, role: 'risk-manager' } as const;
export const byLeo = { by: leo, role: 'liaison' } as const;

export type Command<T extends ResolutionCaseCommand['type']> = Extract<ResolutionCaseCommand, { type: T }>;
export type Fact<T extends ResolutionCaseFact['type']> = Extract<ResolutionCaseFact, { type: T }>;

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
