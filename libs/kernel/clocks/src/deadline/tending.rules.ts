import type { Instant } from '#kernel/core';
import type { Course, Courses } from './courses.rules.js';
import type { ClockKind, PauseReason, ToldRole } from './deadline.codes.js';
import type { DeadlineFact } from './deadline.events.js';
import { type Deadline, evolveDeadline, isOpen, type Pause, type Reminders, stagesAhead } from './deadline.rules.js';
import { isSame, limitOf } from './limit.rules.js';

/** How a kind of clock runs, in one version of its definition. */
export interface ClockTerms {
  readonly kind: string;
  readonly version: number;
  /** From when on this version counts: for what starts, and is recorded, since then. Absent: always. */
  readonly since?: Instant;
  /** Whether such clocks run at all. */
  readonly runs: boolean;
  readonly clock: ClockKind;
  /** Absent: only those run that bring a limit of their own. */
  readonly amount?: number;
  readonly basis: string;
  readonly unverified: boolean;
  readonly pausableFor: readonly PauseReason[];
  readonly extensions: number;
  readonly tells: ToldRole;
  readonly lifeAtRisk: boolean;
}

/** What a due time follows from. */
export interface Reckoned {
  readonly startsAt: Instant;
  readonly clock: ClockKind;
  readonly amount: number;
  /** A date of its own, from which only what was added counts. Pauses move no date. */
  readonly until?: Instant;
  readonly extra: number;
  readonly zone: string;
  readonly calendar: { readonly id: string; readonly version: string };
  readonly pauses: readonly Pause[];
}

/** Reckons with times, days and calendars: the same answer to the same question, always. */
export interface Reckoning {
  idOf(...parts: readonly string[]): string;
  times(of: Reckoned): { readonly dueAt: Instant; readonly limitAt: Instant; readonly reminders: Reminders };
}

/** What the differences are judged by. */
export interface Tending {
  readonly reckoning: Reckoning;
  /** All versions of all definitions, of each kind the oldest first. */
  readonly terms: readonly ClockTerms[];
  /** The holiday calendar of the facility, in the version in force. */
  readonly calendar: { readonly id: string; readonly version: string };
  readonly now: Instant;
}

/** The definition that was in force when something was recorded. */
export const termsAt = (terms: readonly ClockTerms[], kind: string, at: Instant): ClockTerms | undefined =>
  terms.findLast((one) => one.kind === kind && (one.since === undefined || one.since <= at));

/** What has to be recorded so that a stream's deadlines agree with its events, as of now: nothing, once it has been. */
export const differences = (
  tending: Tending,
  { all, owner }: Courses,
  deadlines: Readonly<Record<string, Deadline>>,
): readonly DeadlineFact[] => all.flatMap((course) => [...ofCourse(tending, course, deadlines[course.id], owner)]);

function* ofCourse(
  tending: Tending,
  course: Course,
  known: Deadline | undefined,
  recordOwner: string | undefined,
): Generator<DeadlineFact, void> {
  let deadline = known;
  const next = (fact: DeadlineFact): DeadlineFact => {
    deadline = evolveDeadline(deadline, fact);
    return fact;
  };
  const owner = course.ofRole ? undefined : (course.owner ?? recordOwner);
  if (!deadline) {
    const start = started(tending, course, owner);
    if (!start) return;
    yield next(start);
  }
  for (const step of [cancelled, recomputed, assigned, missed, met, reminded])
    for (const fact of step(tending, course, deadline as unknown as Deadline, owner)) yield next(fact);
}

const started = (
  { reckoning, terms, calendar }: Tending,
  course: Course,
  owner: string | undefined,
): DeadlineFact | undefined => {
  const how = termsAt(terms, course.kind, course.recordedAt);
  const limit = how?.runs ? limitOf(how, course.within) : undefined;
  if (!how || !limit || course.cancelled) return undefined;
  const { id, kind, subject, startEventId, startsAt, zone, recordedAt } = course;
  const times = reckoning.times({ startsAt, ...limit, extra: 0, zone, calendar, pauses: [] });
  return {
    type: 'DeadlineStarted',
    data: {
      deadlineId: id,
      kind,
      ...(subject !== undefined && { subject }),
      startEventId,
      startsAt,
      ...limit,
      zone,
      calendar,
      ...times,
      definition: how.version,
      basis: how.basis,
      unverified: how.unverified,
      pausableFor: how.pausableFor,
      extensions: how.extensions,
      tells: how.tells,
      lifeAtRisk: how.lifeAtRisk,
      ...(owner !== undefined && { owner }),
      bornOverdue: recordedAt > times.dueAt,
    },
  };
};

type Step = (
  tending: Tending,
  course: Course,
  deadline: Deadline,
  owner: string | undefined,
) => readonly DeadlineFact[];

/** Whether it was ended by hand or with its record: nothing more happens to it. */
const isOver = ({ state }: Deadline): boolean => state === 'waived' || state === 'cancelled';

const cancelled: Step = (_, { cancelled: why }, deadline) =>
  why && isOpen(deadline) ? [{ type: 'DeadlineCancelled', data: { deadlineId: deadline.id, causedBy: why.by } }] : [];

const recomputed: Step = ({ reckoning, now }, { startsAt, startEventId, correctedBy, within }, deadline) => {
  const own = within && limitOf(deadline, within);
  const limit = own && !isSame(own, deadline) ? own : undefined;
  if (isOver(deadline) || (deadline.startsAt === startsAt && !limit)) return [];
  const { until: _, ...before } = deadline;
  const data = {
    deadlineId: deadline.id,
    startsAt,
    formerStartsAt: deadline.startsAt,
    formerDueAt: deadline.dueAt,
    ...limit,
    ...reckoning.times({ ...(limit ? { ...before, ...limit } : deadline), startsAt }),
    at: now,
    causedBy: correctedBy ?? startEventId,
  };
  return [{ type: 'DeadlineRecomputed', data }];
};

const assigned: Step = (_, __, deadline, owner) =>
  owner === undefined || owner === deadline.owner || deadline.ownedByHand || !isOpen(deadline)
    ? []
    : [{ type: 'DeadlineAssigned', data: { deadlineId: deadline.id, owner } }];

/** While a clock stands still nothing is late. */
const isLate = ({ state, dueAt }: Deadline, at: Instant): boolean => state !== 'paused' && at > dueAt;

const missed: Step = ({ now }, { stoppedAt }, deadline) => {
  if (deadline.state !== 'running' || !isLate(deadline, stoppedAt ?? now)) return [];
  return [{ type: 'DeadlineMissed', data: { ...toldOf(deadline), done: stoppedAt !== undefined } }];
};

const met: Step = (_, { stoppedAt }, deadline) =>
  stoppedAt === undefined || isOver(deadline) || stoppedAt === deadline.metAt
    ? []
    : [{ type: 'DeadlineMet', data: { deadlineId: deadline.id, metAt: stoppedAt, late: isLate(deadline, stoppedAt) } }];

/** Of reminders whose time has come together, the last one is said: the others are out of date. */
const reminded: Step = ({ now }, _, deadline) => {
  if (deadline.state !== 'running') return [];
  const stage = stagesAhead(deadline).findLast(({ at }) => at <= now);
  return stage ? [{ type: 'DeadlineReminded', data: { ...toldOf(deadline), ...stage } }] : [];
};

const toldOf = ({ id, kind, owner, tells, lifeAtRisk, dueAt }: Deadline) => ({
  deadlineId: id,
  kind,
  ...(owner !== undefined && { owner }),
  tells,
  lifeAtRisk,
  dueAt,
});
