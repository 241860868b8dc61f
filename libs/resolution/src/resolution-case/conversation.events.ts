import { code, eventType, flag, instant, list, open, optional, sealed, text, uuid } from '#kernel/core';
import { APOLOGIES, ATTEMPT_OUTCOMES, ATTENDEES, EXCEPTION_KINDS, MODES } from './resolution-case.codes.js';

const safetyEventId = open('OPER', uuid());

export const disclosureAttempted = eventType('DisclosureAttempted', 1, {
  safetyEventId,
  mode: open('OPER', code(MODES)),
  outcome: open('OPER', code(ATTEMPT_OUTCOMES)),
  attemptedAt: open('OPER', instant()),
  attemptedBy: open('OPER', uuid()),
  note: optional(sealed('PHI', text(4000))),
});

/** Whether the one who led it was trained for it, or was let without (domain.md 8.8); `not_asked` before it was. */
const TRAININGS = ['trained', 'overridden', 'not_asked'] as const;

/** The required fields of a conversation (domain.md 1.2). What was said is what the patient was told: SHARED. */
const conversation = {
  safetyEventId,
  heldAt: open('OPER', instant()),
  mode: open('OPER', code(MODES)),
  attendees: open('OPER', list(code(ATTENDEES))),
  /** Which of the recorded representatives and relatives were there. */
  persons: open('OPER', list(uuid())),
  interpreterUsed: open('OPER', flag()),
  apology: open('SHARED', code(APOLOGIES)),
  /** What was told, as entries of the kept facts that are cleared for sharing. */
  factIds: open('SHARED', list(uuid())),
  /** What was told, in words. */
  factsTold: sealed('SHARED', text()),
  materials: optional(sealed('SHARED', list(text(200)))),
  nextContactAt: optional(open('SHARED', instant())),
  documentedInChart: open('OPER', flag()),
  training: open('OPER', code(TRAININGS)),
  /** Why somebody who was not trained led it. */
  overrideReason: optional(sealed('OPER', text(1000))),
  heldBy: open('OPER', uuid()),
} as const;

/** The first conversation. Questions and promises are facts of their own; version 1 kept them as lists. */
export const initialDisclosureHeld = eventType(
  'InitialDisclosureHeld',
  2,
  {
    ...conversation,
    questions: optional(sealed('SHARED', list(text(2000)))),
    promises: optional(sealed('SHARED', list(text(2000)))),
  },
  [(data) => ({ ...data, persons: [], factIds: [], training: 'not_asked' })],
);

export const followUpCommunicationHeld = eventType('FollowUpCommunicationHeld', 1, {
  ...conversation,
  /** The case's own id of this conversation. */
  conversation: open('OPER', uuid()),
});

export const disclosureExceptionRecorded = eventType('DisclosureExceptionRecorded', 1, {
  safetyEventId,
  kind: open('OPER', code(EXCEPTION_KINDS)),
  /** Who declined: one of the recorded people; absent: the patient. */
  person: optional(open('OPER', uuid())),
  recordedBy: open('OPER', uuid()),
  explanation: optional(sealed('PHI', text(4000))),
});

/** A conversation stands in the chart. */
export const disclosureDocumented = eventType('DisclosureDocumented', 1, {
  safetyEventId,
  /** Which one; absent: the first. */
  conversation: optional(open('OPER', uuid())),
  documentedAt: open('OPER', instant()),
  documentedBy: open('OPER', uuid()),
});

export const patientQuestionAsked = eventType('PatientQuestionAsked', 1, {
  safetyEventId,
  question: open('SHARED', uuid()),
  text: sealed('SHARED', text(2000)),
  askedAt: open('SHARED', instant()),
  recordedBy: open('OPER', uuid()),
});

export const patientQuestionAnswered = eventType('PatientQuestionAnswered', 1, {
  safetyEventId,
  question: open('SHARED', uuid()),
  answer: sealed('SHARED', text(4000)),
  answeredAt: open('SHARED', instant()),
  answeredBy: open('OPER', uuid()),
});

export const patientPromiseMade = eventType('PatientPromiseMade', 1, {
  safetyEventId,
  promise: open('SHARED', uuid()),
  text: sealed('SHARED', text(2000)),
  /** Who keeps it. */
  owner: open('OPER', uuid()),
  /** Until when. */
  dueAt: open('SHARED', instant()),
  madeAt: open('SHARED', instant()),
  madeBy: open('OPER', uuid()),
});

export const patientPromiseKept = eventType('PatientPromiseKept', 1, {
  safetyEventId,
  promise: open('SHARED', uuid()),
  keptAt: open('SHARED', instant()),
  keptBy: open('OPER', uuid()),
});

/** What was promised has another keeper, and may outlive the case by it (INV-28). */
export const patientPromiseHandedOver = eventType('PatientPromiseHandedOver', 1, {
  safetyEventId,
  promise: open('SHARED', uuid()),
  to: open('OPER', uuid()),
  handedOverBy: open('OPER', uuid()),
});

/** What was promised in a case that goes on in this one is kept here; its words stand there. */
export const patientPromiseTakenOver = eventType('PatientPromiseTakenOver', 1, {
  safetyEventId,
  promise: open('SHARED', uuid()),
  owner: open('OPER', uuid()),
  dueAt: open('SHARED', instant()),
  fromCase: open('OPER', uuid()),
  takenOverAt: open('OPER', instant()),
});

/** What the review found was told: entries of the kept facts and actions, all cleared (INV-24). */
export const findingsSharedWithPatient = eventType('FindingsSharedWithPatient', 1, {
  safetyEventId,
  factIds: open('SHARED', list(uuid())),
  actionIds: open('SHARED', list(uuid())),
  mode: open('OPER', code(MODES)),
  attendees: open('OPER', list(code(ATTENDEES))),
  persons: open('OPER', list(uuid())),
  /** Why counsel lets them be told while a suit or a claim goes on (domain.md 8.16). */
  counselReason: optional(sealed('LEGAL', text(4000))),
  sharedAt: open('SHARED', instant()),
  sharedBy: open('OPER', uuid()),
});

/** They do not want to hear them; they may still ask later. */
export const findingsDeclined = eventType('FindingsDeclined', 1, {
  safetyEventId,
  /** Who said so: one of the recorded people; absent: the patient. */
  person: optional(open('OPER', uuid())),
  declinedAt: open('OPER', instant()),
  recordedBy: open('OPER', uuid()),
});

export const conversationCatalogue = [
  disclosureAttempted,
  initialDisclosureHeld,
  followUpCommunicationHeld,
  disclosureExceptionRecorded,
  disclosureDocumented,
  patientQuestionAsked,
  patientQuestionAnswered,
  patientPromiseMade,
  patientPromiseKept,
  patientPromiseHandedOver,
  patientPromiseTakenOver,
  findingsSharedWithPatient,
  findingsDeclined,
] as const;
