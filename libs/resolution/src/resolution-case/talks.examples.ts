import { secret } from '#kernel/core';
import type { ResolutionCaseCommand } from './resolution-case.decider.js';
import type { CaseFact } from './resolution-case.events.js';
import { disclose, disclosed, leo, rosa } from './resolution-case.examples.js';

/** What is said after the first conversation with Ana Ruiz, what she asks, and what she is promised. */
const on = { safetyEventId: '0192a000-0000-7000-8000-000000000101' } as const;
export const afternoon = '2026-03-04T15:00:00.000Z';
const friday = '2026-03-06T17:00:00.000Z';
export const wet = '0192a000-0000-7000-8000-000000000301';
const talk2 = '0192a000-0000-7000-8000-000000000401';
const byLeo = { by: leo, role: 'liaison' } as const;
const who = '0192a000-0000-7000-8000-000000000501';
const call = '0192a000-0000-7000-8000-000000000601';

type Command<T extends ResolutionCaseCommand['type']> = Extract<ResolutionCaseCommand, { type: T }>;

export const followUp: Command<'HoldFollowUp'> = {
  type: 'HoldFollowUp',
  data: { ...disclose.data, conversation: talk2, documentedInChart: false, at: afternoon },
};
export const followedUp: CaseFact<'FollowUpCommunicationHeld'> = {
  type: 'FollowUpCommunicationHeld',
  data: { ...disclosed.data, conversation: talk2, documentedInChart: false, heldAt: afternoon },
};
export const document: Command<'DocumentDisclosure'> = {
  type: 'DocumentDisclosure',
  data: { conversation: talk2, at: afternoon, ...byLeo },
};
export const documented: CaseFact<'DisclosureDocumented'> = {
  type: 'DisclosureDocumented',
  data: { ...on, conversation: talk2, documentedAt: afternoon, documentedBy: leo },
};
export const ask: Command<'AskQuestion'> = {
  type: 'AskQuestion',
  data: { question: who, text: 'Who cleaned the floor?', at: afternoon, ...byLeo },
};
export const asked: CaseFact<'PatientQuestionAsked'> = {
  type: 'PatientQuestionAsked',
  data: { ...on, question: who, text: secret('Who cleaned the floor?'), askedAt: afternoon, recordedBy: leo },
};
export const answer: Command<'AnswerQuestion'> = {
  type: 'AnswerQuestion',
  data: { question: who, answer: 'The night shift.', at: afternoon, ...byLeo },
};
export const answered: CaseFact<'PatientQuestionAnswered'> = {
  type: 'PatientQuestionAnswered',
  data: { ...on, question: who, answer: secret('The night shift.'), answeredAt: afternoon, answeredBy: leo },
};
export const promise: Command<'MakePromise'> = {
  type: 'MakePromise',
  data: { promise: call, text: 'We call on Friday.', owner: leo, dueAt: friday, at: afternoon, ...byLeo },
};
export const promised: CaseFact<'PatientPromiseMade'> = {
  type: 'PatientPromiseMade',
  data: {
    ...on,
    promise: call,
    text: secret('We call on Friday.'),
    owner: leo,
    dueAt: friday,
    madeAt: afternoon,
    madeBy: leo,
  },
};
export const keep: Command<'KeepPromise'> = { type: 'KeepPromise', data: { promise: call, at: friday, ...byLeo } };
export const kept: CaseFact<'PatientPromiseKept'> = {
  type: 'PatientPromiseKept',
  data: { ...on, promise: call, keptAt: friday, keptBy: leo },
};
export const handOverPromise: Command<'HandOverPromise'> = {
  type: 'HandOverPromise',
  data: { promise: call, to: rosa, at: friday, ...byLeo },
};
export const promiseHandedOver: CaseFact<'PatientPromiseHandedOver'> = {
  type: 'PatientPromiseHandedOver',
  data: { ...on, promise: call, to: rosa, handedOverBy: leo },
};
export const shareFindings: Command<'ShareFindings'> = {
  type: 'ShareFindings',
  data: {
    factIds: [wet],
    actionIds: [],
    cleared: [wet],
    mode: 'in_person',
    attendees: ['patient'],
    at: afternoon,
    ...byLeo,
  },
};
export const findingsShared: CaseFact<'FindingsSharedWithPatient'> = {
  type: 'FindingsSharedWithPatient',
  data: {
    ...on,
    factIds: [wet],
    actionIds: [],
    mode: 'in_person',
    attendees: ['patient'],
    persons: [],
    sharedAt: afternoon,
    sharedBy: leo,
  },
};
export const declineFindings: Command<'DeclineFindings'> = {
  type: 'DeclineFindings',
  data: { at: afternoon, ...byLeo },
};
export const findingsDeclined: CaseFact<'FindingsDeclined'> = {
  type: 'FindingsDeclined',
  data: { ...on, declinedAt: afternoon, recordedBy: leo },
};
