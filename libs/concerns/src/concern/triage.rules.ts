import { type DomainCommand, type Instant, refuse, secret } from '#kernel/core';
import type { ConcernKind, ConcernSeverity } from './concern.codes.js';
import type { ConcernFact } from './concern.events.js';
import { type By, type Concern, checkOwner, checkSince, going, standing } from './concern.rules.js';

type Facts = readonly ConcernFact[];

export type TakeUrgentAction = DomainCommand<'TakeUrgentAction', { what: string; at: Instant } & By>;
export type ClassifyConcern = DomainCommand<
  'ClassifyConcern',
  { kinds: readonly ConcernKind[]; grievance: boolean } & By
>;
export type TriageConcern = DomainCommand<
  'TriageConcern',
  { severity: ConcernSeverity; owner: string; note?: string } & By
>;
export type AssignConcern = DomainCommand<'AssignConcern', { owner: string } & By>;
export type StartFollowUp = DomainCommand<'StartFollowUp', { plan?: string } & By>;

/** What was done at once. Danger does not wait for any state: a withdrawn or closed concern may still tell of it. */
export const takeUrgentAction = (data: TakeUrgentAction['data'], concern: Concern): Facts => {
  const before = standing(concern);
  checkOwner(data, before);
  checkSince(before, data.at);
  const { what, at, by } = data;
  return [{ type: 'UrgentSafetyActionTaken', data: { what: secret(what), takenAt: at, takenBy: by } }];
};

/** A grievance stays one: were it called another thing, nobody would owe its answer any more (INV-13). */
export const classify = ({ kinds, grievance, by }: ClassifyConcern['data'], concern: Concern): Facts => {
  const before = going(concern);
  if (before.grievance && !grievance)
    return refuse('concern/grievance-stays', 'A grievance stays one until it is answered in writing.', 'grievance');
  const same = kinds.length === before.kinds.length && kinds.every((kind) => before.kinds.includes(kind));
  if (same && grievance === before.grievance) return [];
  const became = grievance && !before.grievance && { grievanceSince: before.receivedAt };
  return [{ type: 'ConcernClassified', data: { kinds, grievance, ...became, classifiedBy: by } }];
};

export const triage = ({ severity, owner, note, by }: TriageConcern['data'], concern: Concern): Facts => {
  const before = going(concern);
  if (before.status !== 'submitted' && before.status !== 'acknowledged')
    return refuse('concern/already-triaged', 'This concern was already triaged.');
  if (before.quarantined)
    return refuse('concern/quarantined', 'It came in a flood: clear it first, if it is a real one.');
  return [{ type: 'ConcernTriaged', data: { severity, owner, ...(note && { note: secret(note) }), triagedBy: by } }];
};

/** A withdrawn concern may still need somebody who looks after what it told of safety. */
export const assign = ({ owner, by }: AssignConcern['data'], concern: Concern): Facts => {
  const before = concern.status === 'withdrawn' ? concern : going(concern);
  return owner === before.owner ? [] : [{ type: 'ConcernAssigned', data: { owner, assignedBy: by } }];
};

export const startFollowUp = (data: StartFollowUp['data'], concern: Concern): Facts => {
  const before = going(concern);
  checkOwner(data, before);
  if (before.status !== 'triaged')
    return before.status === 'submitted' || before.status === 'acknowledged'
      ? refuse('concern/not-triaged', 'Triage it first.')
      : refuse('concern/in-follow-up', 'Somebody has begun to follow this concern up.');
  const { plan, by } = data;
  return [{ type: 'ConcernFollowUpStarted', data: { ...(plan && { plan: secret(plan) }), startedBy: by } }];
};
