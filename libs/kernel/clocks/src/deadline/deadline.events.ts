import {
  code,
  coded,
  type EventOf,
  eventType,
  flag,
  group,
  instant,
  list,
  maybe,
  open,
  optional,
  sealed,
  text,
  uuid,
  whole,
} from '#kernel/core';
import {
  CLOCK_KINDS,
  EXTENSION_REASONS,
  PAUSE_REASONS,
  REMINDER_STAGES,
  TOLD_ROLES,
  WAIVER_REASONS,
} from './deadline.codes.js';

/*
 * The facts of deadlines (domain.md 8.2). They ride on the streams whose clocks they are: no stream's own rules hear of
 * them, and nobody's view of a record becomes stale by them.
 */

const deadlineId = open('OPER', uuid());
const reminders = open('OPER', group({ half: maybe(instant()), due: maybe(instant()) }));
/** What a notice has to know: which clock, whom it is for, until when, and how grave it is. */
const told = {
  deadlineId,
  kind: open('OPER', coded()),
  owner: optional(open('OPER', uuid())),
  tells: open('OPER', code(TOLD_ROLES)),
  lifeAtRisk: open('OPER', flag()),
  dueAt: open('OPER', instant()),
};
/** Where a deadline now stands in time: what is shown, what it was before anybody extended it, and when to remind. */
const times = { dueAt: open('OPER', instant()), limitAt: open('OPER', instant()), reminders };

export const deadlineStarted = eventType('DeadlineStarted', 1, {
  deadlineId,
  /** As in `DL-19`. */
  kind: open('OPER', coded()),
  /** What it is about, where a stream has several clocks of one kind. */
  subject: optional(open('OPER', coded())),
  startEventId: open('OPER', uuid()),
  startsAt: open('OPER', instant()),
  clock: open('OPER', code(CLOCK_KINDS)),
  amount: open('OPER', whole(0, 100_000)),
  /** The date until which it runs, where it has one of its own: then its amount counts nothing. */
  until: optional(open('OPER', instant())),
  zone: open('OPER', coded()),
  calendar: open('OPER', group({ id: coded(), version: coded() })),
  ...times,
  /** The version of the definition that it runs by, which no later one moves. */
  definition: open('OPER', whole(1, 100_000)),
  basis: open('OPER', coded()),
  /** Whether the limit rests on somebody's memory and was never checked. */
  unverified: open('OPER', flag()),
  pausableFor: open('OPER', list(code(PAUSE_REASONS))),
  /** How often it may be extended. */
  extensions: open('OPER', whole(0, 1000)),
  tells: open('OPER', code(TOLD_ROLES)),
  lifeAtRisk: open('OPER', flag()),
  owner: optional(open('OPER', uuid())),
  /** Whether it was past already when what starts it was recorded. */
  bornOverdue: open('OPER', flag()),
});

export const deadlinePaused = eventType('DeadlinePaused', 1, {
  deadlineId,
  at: open('OPER', instant()),
  reason: open('OPER', code(PAUSE_REASONS)),
  explanation: optional(sealed('OPER', text(2000))),
  pausedBy: open('OPER', uuid()),
});

export const deadlineResumed = eventType('DeadlineResumed', 1, {
  deadlineId,
  at: open('OPER', instant()),
  ...times,
  resumedBy: open('OPER', uuid()),
});

/** More time to work, in units of its clock. The measure's limit does not move (domain.md 2.2, rule 6). */
export const deadlineExtended = eventType('DeadlineExtended', 1, {
  deadlineId,
  at: open('OPER', instant()),
  by: open('OPER', whole(1, 100_000)),
  ...times,
  reason: open('OPER', code(EXTENSION_REASONS)),
  explanation: optional(sealed('OPER', text(2000))),
  extendedBy: open('OPER', uuid()),
});

/** What the clock waited for has happened; `late` if after it was due: then the deadline stays missed. */
export const deadlineMet = eventType('DeadlineMet', 1, {
  deadlineId,
  metAt: open('OPER', instant()),
  late: open('OPER', flag()),
});

export const deadlineMissed = eventType('DeadlineMissed', 1, {
  ...told,
  /** Whether it is done meanwhile, though late. */
  done: open('OPER', flag()),
});

export const deadlineWaived = eventType('DeadlineWaived', 1, {
  deadlineId,
  at: open('OPER', instant()),
  reason: open('OPER', code(WAIVER_REASONS)),
  explanation: optional(sealed('OPER', text(2000))),
  waivedBy: open('OPER', uuid()),
});

/** What it belonged to was voided, merged or withdrawn. */
export const deadlineCancelled = eventType('DeadlineCancelled', 1, { deadlineId, causedBy: open('OPER', uuid()) });

/** The time of its start was corrected, or how long it runs: it is reckoned anew from its start. */
export const deadlineRecomputed = eventType('DeadlineRecomputed', 1, {
  deadlineId,
  startsAt: open('OPER', instant()),
  formerStartsAt: open('OPER', instant()),
  formerDueAt: open('OPER', instant()),
  /** How long it runs from now on; absent: as it did. */
  clock: optional(open('OPER', code(CLOCK_KINDS))),
  amount: optional(open('OPER', whole(0, 100_000))),
  /** Told with them, where it runs until a date of its own. */
  until: optional(open('OPER', instant())),
  ...times,
  at: open('OPER', instant()),
  causedBy: open('OPER', uuid()),
});

export const deadlineReminded = eventType('DeadlineReminded', 1, {
  ...told,
  stage: open('OPER', code(REMINDER_STAGES)),
  /** The time that the reminder is for, which may have passed a little before. */
  at: open('OPER', instant()),
});

/** Somebody answers for it from now on: by hand, or, without `assignedBy`, since the record's owner changed. */
export const deadlineAssigned = eventType('DeadlineAssigned', 1, {
  deadlineId,
  owner: open('OPER', uuid()),
  assignedBy: optional(open('OPER', uuid())),
});

export const clocksCatalogue = [
  deadlineStarted,
  deadlinePaused,
  deadlineResumed,
  deadlineExtended,
  deadlineMet,
  deadlineMissed,
  deadlineWaived,
  deadlineCancelled,
  deadlineRecomputed,
  deadlineReminded,
  deadlineAssigned,
] as const;
export type DeadlineFact = EventOf<(typeof clocksCatalogue)[number]>;
