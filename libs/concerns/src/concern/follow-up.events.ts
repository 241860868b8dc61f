import { code, eventType, flag, instant, list, open, optional, sealed, text, uuid } from '#kernel/core';
import {
  CONCERN_ENDINGS,
  CONCERN_KINDS,
  CONCERN_MATCHES,
  CONCERN_REDIRECTIONS,
  CONCERN_SEVERITIES,
  CONCERN_WRITERS,
  CONTACT_CHANNELS,
} from './concern.codes.js';

/** Somebody went there: what was done at once. Stops the urgent clock (DL-19). */
export const urgentSafetyActionTaken = eventType('UrgentSafetyActionTaken', 1, {
  what: sealed('PHI', text(4000)),
  takenAt: open('OPER', instant()),
  takenBy: open('OPER', uuid()),
});

/** `human`: a person said that it is in hand; a receipt by itself acknowledges nothing (PC-01). */
export const concernAcknowledged = eventType('ConcernAcknowledged', 1, {
  human: open('OPER', flag()),
  channel: open('OPER', code(CONTACT_CHANNELS)),
  message: optional(sealed('SHARED', text(4000))),
  acknowledgedAt: open('OPER', instant()),
  acknowledgedBy: open('OPER', uuid()),
});

export const concernClassified = eventType('ConcernClassified', 1, {
  kinds: open('OPER', list(code(CONCERN_KINDS), 9)),
  /** A formal grievance: a written answer is owed whatever else is done. */
  grievance: open('OPER', flag()),
  /** Where it became a grievance by this: when it was received, from where the days of the answer are counted. */
  grievanceSince: optional(open('OPER', instant())),
  classifiedBy: open('OPER', uuid()),
});

export const concernTriaged = eventType('ConcernTriaged', 1, {
  severity: open('OPER', code(CONCERN_SEVERITIES)),
  owner: open('OPER', uuid()),
  note: optional(sealed('PHI', text(4000))),
  triagedBy: open('OPER', uuid()),
});

export const concernAssigned = eventType('ConcernAssigned', 1, {
  owner: open('OPER', uuid()),
  assignedBy: open('OPER', uuid()),
});

export const concernFollowUpStarted = eventType('ConcernFollowUpStarted', 1, {
  plan: optional(sealed('PHI', text(4000))),
  startedBy: open('OPER', uuid()),
});

/** More, by the submitter or by staff, beside the first words, which nobody edits. */
export const concernSupplemented = eventType('ConcernSupplemented', 1, {
  words: sealed('PHI', text()),
  from: open('OPER', code(CONCERN_WRITERS)),
  writtenBy: optional(open('OPER', uuid())),
});

export const concernMessageExchanged = eventType('ConcernMessageExchanged', 1, {
  from: open('OPER', code(CONCERN_WRITERS)),
  words: sealed('SHARED', text(4000)),
  channel: open('OPER', code(CONTACT_CHANNELS)),
  writtenBy: optional(open('OPER', uuid())),
});

/** More time is needed: said in writing, with a new date. */
export const delayNoticeSent = eventType('DelayNoticeSent', 1, {
  newDate: open('OPER', instant()),
  reason: sealed('SHARED', text(4000)),
  channel: open('OPER', code(CONTACT_CHANNELS)),
  sentAt: open('OPER', instant()),
  sentBy: open('OPER', uuid()),
});

/** The answer, with the four contents that a grievance is owed: contact person, steps, results, date (42 CFR 482.13). */
export const concernResponded = eventType('ConcernResponded', 1, {
  written: open('OPER', flag()),
  contactPerson: optional(sealed('SHARED', text(200))),
  steps: optional(sealed('SHARED', text(4000))),
  results: optional(sealed('SHARED', text())),
  completedOn: optional(open('SHARED', instant())),
  channel: open('OPER', code(CONTACT_CHANNELS)),
  /** Concerns that were merged into this one, whose submitters got this answer too. */
  alsoTo: optional(open('OPER', list(uuid(), 50))),
  respondedAt: open('OPER', instant()),
  respondedBy: open('OPER', uuid()),
});

export const concernClosed = eventType('ConcernClosed', 1, {
  ending: open('OPER', code(CONCERN_ENDINGS)),
  /** What was changed because of it, in words for the submitter. */
  changeMade: optional(sealed('SHARED', text(4000))),
  closedBy: open('OPER', uuid()),
});

export const concernRedirected = eventType('ConcernRedirected', 1, {
  to: open('OPER', code(CONCERN_REDIRECTIONS)),
  owner: open('OPER', uuid()),
  reason: optional(sealed('PHI', text(4000))),
  redirectedBy: open('OPER', uuid()),
});

/** Contact stops; what it told of safety goes on (8.5). */
export const concernWithdrawn = eventType('ConcernWithdrawn', 1, {
  by: open('OPER', code(CONCERN_WRITERS)),
  reason: optional(sealed('PHI', text(4000))),
  recordedBy: optional(open('OPER', uuid())),
});

export const concernReopened = eventType('ConcernReopened', 1, {
  reason: sealed('PHI', text(4000)),
  reopenedBy: open('OPER', uuid()),
});

export const concernMerged = eventType('ConcernMerged', 1, {
  intoConcernId: open('OPER', uuid()),
  matchBasis: open('OPER', list(code(CONCERN_MATCHES), 5)),
  /** Grievances among it and those merged into it before, by id: the one that remains owes them their answers now (INV-13). */
  owed: optional(open('OPER', list(uuid(), 50))),
  mergedBy: open('OPER', uuid()),
});

/** On the one that remains: its submitter is owed an answer too. */
export const concernAbsorbed = eventType('ConcernAbsorbed', 1, {
  fromConcernId: open('OPER', uuid()),
  /** Present where that answer is owed in writing (INV-13). */
  grievance: optional(open('OPER', flag())),
});

/** One person takes it for spam; another one says so too. */
export const concernSpamProposed = eventType('ConcernSpamProposed', 1, { proposedBy: open('OPER', uuid()) });
export const concernMarkedSpam = eventType('ConcernMarkedSpam', 1, {
  proposedBy: open('OPER', uuid()),
  confirmedBy: open('OPER', uuid()),
});

/** It came in a flood, or was taken for spam, and is a real one. */
export const concernCleared = eventType('ConcernCleared', 1, { clearedBy: open('OPER', uuid()) });
