import { type Instant, unreachable } from '#kernel/core';
import type { ClockKind, DeadlineState, PauseReason, ReminderStage, ToldRole } from './deadline.codes.js';
import type { DeadlineFact } from './deadline.events.js';

/** A time in which a clock stood still; one without an end still does. */
export interface Pause {
  readonly from: Instant;
  readonly to?: Instant;
}

/** When people are reminded of a deadline, apart from its start. */
export interface Reminders {
  readonly half?: Instant;
  readonly due?: Instant;
}

/** A deadline as its facts tell it. A stored clock keeps all that it runs by: no later definition or calendar moves it. */
export interface Deadline {
  readonly id: string;
  readonly kind: string;
  /** What it is about, where a stream has several clocks of one kind. */
  readonly subject?: string;
  readonly state: DeadlineState;
  readonly startsAt: Instant;
  readonly clock: ClockKind;
  readonly amount: number;
  /** The date until which it runs, where it has one of its own: then its amount counts nothing. */
  readonly until?: Instant;
  /** Units of its clock that were added by hand. */
  readonly extra: number;
  readonly zone: string;
  readonly calendar: { readonly id: string; readonly version: string };
  readonly pauses: readonly Pause[];
  /** The last instant that is in time, as work lists show it. */
  readonly dueAt: Instant;
  /** The same without extensions. */
  readonly limitAt: Instant;
  readonly reminders: Reminders;
  /** Up to when reminders are said, or were passed by. */
  readonly quietUntil: Instant;
  readonly pausableFor: readonly PauseReason[];
  readonly extensions: number;
  readonly extended: number;
  readonly tells: ToldRole;
  readonly lifeAtRisk: boolean;
  readonly bornOverdue: boolean;
  readonly unverified: boolean;
  readonly definition: number;
  readonly owner?: string;
  /** Whether somebody gave it to its owner: then no change of the record's owner takes it away. */
  readonly ownedByHand: boolean;
  /** When what it waits for was done, in time or late. */
  readonly metAt?: Instant;
}

/** Before every time there is. */
const NEVER = '0000-01-01T00:00:00.000Z';

type Started = Extract<DeadlineFact, { type: 'DeadlineStarted' }>['data'];
type Recomputed = Extract<DeadlineFact, { type: 'DeadlineRecomputed' }>['data'];

const started = ({ deadlineId, startEventId, basis, ...data }: Started): Deadline => ({
  ...data,
  id: deadlineId,
  state: 'running',
  extra: 0,
  pauses: [],
  quietUntil: NEVER,
  extended: 0,
  ownedByHand: false,
});

/** A deadline after one more of its facts; nothing, where it never started. */
export const evolveDeadline = (before: Deadline | undefined, fact: DeadlineFact): Deadline | undefined => {
  if (fact.type === 'DeadlineStarted') return started(fact.data);
  return before && followed(before, fact);
};

const followed = (before: Deadline, { type, data }: Exclude<DeadlineFact, { type: 'DeadlineStarted' }>): Deadline => {
  switch (type) {
    case 'DeadlinePaused':
      return { ...before, state: 'paused', pauses: [...before.pauses, { from: data.at }] };
    case 'DeadlineResumed': {
      const pauses = before.pauses.map((pause) => (pause.to ? pause : { ...pause, to: data.at }));
      return { ...before, ...timesOf(data), state: 'running', pauses, quietUntil: data.at };
    }
    case 'DeadlineExtended': {
      const { extra, extended } = before;
      return { ...before, ...timesOf(data), extra: extra + data.by, extended: extended + 1, quietUntil: data.at };
    }
    case 'DeadlineMet':
      return { ...before, state: data.late ? 'missed' : 'met', metAt: data.metAt };
    case 'DeadlineMissed':
      return { ...before, state: 'missed' };
    case 'DeadlineWaived':
      return { ...before, state: 'waived' };
    case 'DeadlineCancelled':
      return { ...before, state: 'cancelled' };
    case 'DeadlineRecomputed': {
      const { metAt, ...rest } = limited(before, data);
      const state = before.pauses.some(({ to }) => !to) ? 'paused' : 'running';
      return { ...rest, ...timesOf(data), startsAt: data.startsAt, state, quietUntil: data.at };
    }
    case 'DeadlineReminded':
      return { ...before, quietUntil: data.at };
    case 'DeadlineAssigned':
      return { ...before, owner: data.owner, ownedByHand: before.ownedByHand || data.assignedBy !== undefined };
    default:
      return unreachable(type);
  }
};

/** How long a deadline runs, once that was told anew. */
const limited = (before: Deadline, { clock, amount, until }: Recomputed): Deadline => {
  if (clock === undefined || amount === undefined) return before;
  const { until: _, ...rest } = before;
  return { ...rest, clock, amount, ...(until !== undefined && { until }) };
};

const timesOf = ({ dueAt, limitAt, reminders }: Pick<Deadline, 'dueAt' | 'limitAt' | 'reminders'>) => ({
  dueAt,
  limitAt,
  reminders,
});

/** Whether somebody still has something to do: it runs, stands still, or is late and not done. */
export const isOpen = ({ state, metAt }: Pick<Deadline, 'state' | 'metAt'>): boolean =>
  state === 'running' || state === 'paused' || (state === 'missed' && metAt === undefined);

/** A reminder that is to be said. */
export interface Stage {
  readonly stage: ReminderStage;
  readonly at: Instant;
}

/** The reminders of a running deadline that nobody has had yet, the first one first. */
export const stagesAhead = ({ lifeAtRisk, startsAt, reminders, quietUntil }: Deadline): readonly Stage[] =>
  [
    ...(lifeAtRisk ? [{ stage: 'start', at: startsAt } as const] : []),
    ...(reminders.half ? [{ stage: 'half', at: reminders.half } as const] : []),
    ...(reminders.due ? [{ stage: 'due', at: reminders.due } as const] : []),
  ].filter(({ at }) => at > quietUntil);

const afterwards = (at: Instant): Instant => new Date(Date.parse(at) + 1).toISOString();

/** When something is next to be done about a deadline if nobody acts: a reminder, or that it is missed. */
export const nextWakeAt = (deadline: Deadline): Instant | undefined => {
  if (deadline.state !== 'running') return undefined;
  const missed = afterwards(deadline.dueAt);
  return [...stagesAhead(deadline).map(({ at }) => at), missed].sort()[0];
};
