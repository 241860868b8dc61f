import { type DomainCommand, type Instant, refuse, secret } from '#kernel/core';
import type { ExtensionReason, PauseReason, WaiverReason } from './deadline.codes.js';
import type { DeadlineFact } from './deadline.events.js';
import { type Deadline, isOpen } from './deadline.rules.js';
import type { Reckoning } from './tending.rules.js';

interface ByHand {
  readonly deadlineId: string;
  readonly at: Instant;
  readonly by: string;
  /** Whether who asks may do so with their own deadlines only. */
  readonly onlyOwn: boolean;
}

export type PauseDeadline = DomainCommand<'PauseDeadline', ByHand & { reason: PauseReason; explanation?: string }>;
export type ResumeDeadline = DomainCommand<'ResumeDeadline', ByHand>;
export type ExtendDeadline = DomainCommand<
  'ExtendDeadline',
  ByHand & { units: number; reason: ExtensionReason; explanation?: string }
>;
export type WaiveDeadline = DomainCommand<'WaiveDeadline', ByHand & { reason: WaiverReason; explanation?: string }>;
export type ClaimDeadline = DomainCommand<'ClaimDeadline', ByHand>;
export type AssignDeadline = DomainCommand<'AssignDeadline', ByHand & { owner: string }>;

/** What people do with a deadline. */
export type DeadlineChange =
  | PauseDeadline
  | ResumeDeadline
  | ExtendDeadline
  | WaiveDeadline
  | ClaimDeadline
  | AssignDeadline;

/** The deadline that somebody wants to change. Of one that is not theirs, who may see only their own learns nothing. */
const found = (deadline: Deadline | undefined, { by, onlyOwn }: ByHand): Deadline =>
  deadline && (!onlyOwn || deadline.owner === by)
    ? deadline
    : refuse('deadline/not-found', 'There is no such deadline.');

const stillOpen = (deadline: Deadline): Deadline =>
  isOpen(deadline) ? deadline : refuse('deadline/over', 'This deadline is over.');

/** A clock that runs and is not past, whether or not anybody has written down yet that it is. */
const inTime = (deadline: Deadline, at: Instant): Deadline => {
  stillOpen(deadline);
  if (deadline.state === 'paused') return refuse('deadline/paused', 'This clock stands still: resume it first.');
  if (deadline.state === 'missed' || at > deadline.dueAt)
    return refuse('deadline/past-due', 'It was due already: what is late stays late.');
  return deadline;
};

const explained = (explanation: string | undefined) => explanation && { explanation: secret(explanation) };

export const pause = (
  { reason, explanation, ...asked }: PauseDeadline['data'],
  known: Deadline | undefined,
): readonly DeadlineFact[] => {
  const deadline = inTime(found(known, asked), asked.at);
  if (deadline.pausableFor.length === 0) return refuse('deadline/never-pauses', 'This clock never stands still.');
  if (!deadline.pausableFor.includes(reason))
    return refuse('deadline/no-reason-to-pause', 'This clock does not stand still for that reason.', 'reason');
  const { at, by } = asked;
  return [
    { type: 'DeadlinePaused', data: { deadlineId: deadline.id, at, reason, ...explained(explanation), pausedBy: by } },
  ];
};

export const resume = (
  asked: ResumeDeadline['data'],
  known: Deadline | undefined,
  reckoning: Reckoning,
): readonly DeadlineFact[] => {
  const deadline = stillOpen(found(known, asked));
  if (deadline.state !== 'paused') return []; // it runs
  const { at, by } = asked;
  const pauses = deadline.pauses.map((one) => (one.to ? one : { ...one, to: at }));
  const times = reckoning.times({ ...deadline, pauses });
  return [{ type: 'DeadlineResumed', data: { deadlineId: deadline.id, at, ...times, resumedBy: by } }];
};

export const extend = (
  { units, reason, explanation, ...asked }: ExtendDeadline['data'],
  known: Deadline | undefined,
  reckoning: Reckoning,
): readonly DeadlineFact[] => {
  const deadline = inTime(found(known, asked), asked.at);
  if (deadline.extended >= deadline.extensions)
    return refuse('deadline/not-extendable', 'This deadline may not be extended, or not once more.');
  const { at, by } = asked;
  const times = reckoning.times({ ...deadline, extra: deadline.extra + units });
  const why = { reason, ...explained(explanation), extendedBy: by };
  return [{ type: 'DeadlineExtended', data: { deadlineId: deadline.id, at, by: units, ...times, ...why } }];
};

export const waive = (
  { reason, explanation, ...asked }: WaiveDeadline['data'],
  known: Deadline | undefined,
): readonly DeadlineFact[] => {
  const deadline = found(known, asked);
  if (deadline.state === 'waived') return []; // asked twice, waived once
  const { id } = stillOpen(deadline);
  const { at, by } = asked;
  return [{ type: 'DeadlineWaived', data: { deadlineId: id, at, reason, ...explained(explanation), waivedBy: by } }];
};

export const claim = (asked: ClaimDeadline['data'], known: Deadline | undefined): readonly DeadlineFact[] => {
  const { id, owner } = stillOpen(found(known, asked));
  if (owner === asked.by) return [];
  if (owner !== undefined) return refuse('deadline/owned', 'Somebody else answers for this deadline.');
  return [{ type: 'DeadlineAssigned', data: { deadlineId: id, owner: asked.by, assignedBy: asked.by } }];
};

export const assign = (asked: AssignDeadline['data'], known: Deadline | undefined): readonly DeadlineFact[] => {
  const { id, owner } = stillOpen(found(known, asked));
  if (owner === asked.owner) return [];
  return [{ type: 'DeadlineAssigned', data: { deadlineId: id, owner: asked.owner, assignedBy: asked.by } }];
};
