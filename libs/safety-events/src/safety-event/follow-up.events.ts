import {
  code,
  coded,
  eventType,
  flag,
  group,
  instant,
  maybe,
  open,
  optional,
  PRECISIONS,
  sealed,
  text,
  uuid,
} from '#kernel/core';
import { ADDENDUM_AUTHORS, MESSAGE_DIRECTIONS, REPORTER_CHANNELS } from './follow-up.codes.js';
import { CATEGORIES, FLAGS, HARMED } from './safety-event.codes.js';

/** Who takes care of it from here. */
export const safetyEventAssigned = eventType('SafetyEventAssigned', 1, {
  owner: open('OPER', uuid()),
  assignedBy: open('OPER', uuid()),
});

export const safetyEventFlagged = eventType('SafetyEventFlagged', 1, {
  flag: open('OPER', code(FLAGS)),
  /** Or lowered. */
  raised: open('OPER', flag()),
  flaggedBy: open('OPER', uuid()),
});

/** More, beside the first words, which stay as they were sent. */
export const addendumWritten = eventType('AddendumWritten', 1, {
  words: sealed('PHI', text()),
  author: open('OPER', code(ADDENDUM_AUTHORS)),
  writtenBy: optional(open('IDENT', uuid())),
});

/** A question to whoever reported, or their answer. */
export const reporterMessageExchanged = eventType('ReporterMessageExchanged', 1, {
  direction: open('OPER', code(MESSAGE_DIRECTIONS)),
  channel: open('OPER', code(REPORTER_CHANNELS)),
  words: sealed('PHI', text(4000)),
  writtenBy: optional(open('IDENT', uuid())),
});

/** What came of it, told to whoever reported (PSSM 4A). */
export const reporterFeedbackGiven = eventType('ReporterFeedbackGiven', 1, {
  summary: sealed('OPER', text(4000)),
  /** Whether something was changed because of the report. */
  changeMade: optional(open('OPER', flag())),
  channel: open('OPER', code(REPORTER_CHANNELS)),
  givenAt: open('OPER', instant()),
  givenBy: open('OPER', uuid()),
});

const correctable = () =>
  group({
    eventAt: maybe(group({ value: instant(), precision: code(PRECISIONS) })),
    discoveredAt: maybe(group({ value: instant(), precision: code(PRECISIONS) })),
    unitId: maybe(uuid()),
    category: maybe(code(CATEGORIES)),
    harmed: maybe(code(HARMED)),
  });

/** Something told at first was wrong: what it said, what it says now, and why. The first telling stays. */
export const safetyEventCorrected = eventType('SafetyEventCorrected', 1, {
  old: open('OPER', correctable()),
  new: open('OPER', correctable()),
  why: sealed('PHI', text(4000)),
  correctedBy: open('OPER', uuid()),
});

/** New information: what was closed goes on (domain.md 8.4). */
export const safetyEventReopened = eventType('SafetyEventReopened', 1, {
  newInformation: sealed('PHI', text(4000)),
  /** By whom it came, where that has a code. */
  source: optional(open('OPER', coded())),
  reopenedBy: open('OPER', uuid()),
});
