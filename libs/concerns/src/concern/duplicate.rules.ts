import { type DomainCommand, type Instant, refuse, secret } from '#kernel/core';
import type { ConcernMatch, ConcernState } from './concern.codes.js';
import type { ConcernFact } from './concern.events.js';
import {
  type By,
  type Concern,
  checkNoGrievance,
  checkNoPromise,
  checkNoRisk,
  type KnownConcern,
  notFound,
  owedBy,
  standing,
  unworked,
} from './concern.rules.js';

type Facts = readonly ConcernFact[];

export type MergeConcern = DomainCommand<
  'MergeConcern',
  {
    id: string;
    into: string;
    /** The other one, as it stands; absent where there is none. */
    target?: { readonly status: ConcernState; readonly receivedAt: Instant };
    matchBasis: readonly ConcernMatch[];
  } & By
>;
export type AbsorbConcern = DomainCommand<'AbsorbConcern', { from: string; grievance: boolean; by: string }>;
export type ProposeSpam = DomainCommand<'ProposeSpam', By>;
export type ConfirmSpam = DomainCommand<'ConfirmSpam', By>;
export type ClearConcern = DomainCommand<'ClearConcern', By>;

const ENDED: readonly ConcernState[] = ['closed', 'redirected', 'withdrawn'];

/**
 * The one that was received first remains, so that its clocks do and no circle closes (INV-11); ids decide between two of
 * the same time. Danger and a promised reply are not merged away. A grievance may be: the one that remains owes both its
 * answers. No identity is joined: the two keep their own.
 */
export const merge = ({ id, into, target, matchBasis, by }: MergeConcern['data'], concern: Concern): Facts => {
  const before = unworked(concern);
  if (id === into) return refuse('concern/merged-into-itself', 'A concern is not merged into itself.', 'into');
  if (!target) return refuse('concern/unknown-target', 'There is no such concern.', 'into');
  checkTarget(target.status);
  if (target.receivedAt > before.receivedAt || (target.receivedAt === before.receivedAt && into > id))
    return refuse('concern/earlier-remains', 'The one that was received first remains: merge the other one.', 'into');
  checkNoRisk(before);
  checkNoPromise(before);
  const owed = [...(before.grievance ? [id] : []), ...owedBy(before)];
  return [
    {
      type: 'ConcernMerged',
      data: { intoConcernId: into, matchBasis, ...(owed.length > 0 && { owed }), mergedBy: by },
    },
  ];
};

const checkTarget = (status: ConcernState): void => {
  if (status === 'spam') refuse('concern/target-is-spam', 'The other one was taken for spam.', 'into');
  if (status === 'merged') refuse('concern/target-merged', 'The other one was merged itself.', 'into');
  if (ENDED.includes(status)) refuse('concern/target-ended', 'The other one has ended: reopen it first.', 'into');
};

/**
 * What was merged away is owed here now. The one that remains may have ended in between: for a grievance it goes on then,
 * so that no answer is lost between two streams.
 */
export const absorb = ({ from, grievance, by }: AbsorbConcern['data'], concern: Concern): Facts => {
  if (concern.status === 'none') return notFound();
  if (concern.status === 'merged') return refuse('concern/merged', 'This concern was merged itself.');
  if (from in concern.absorbed) return [];
  const absorbed: ConcernFact = {
    type: 'ConcernAbsorbed',
    data: { fromConcernId: from, ...(grievance && { grievance }) },
  };
  if (!grievance) return [absorbed];
  return [...revived(concern, by), absorbed, ...asGrievance(concern, by)];
};

const revived = ({ status, before }: KnownConcern, by: string): Facts => {
  const real: ConcernFact = { type: 'ConcernCleared', data: { clearedBy: by } };
  const goesOn: ConcernFact = {
    type: 'ConcernReopened',
    data: { reason: secret('A grievance was merged into this concern.'), reopenedBy: by },
  };
  if (status === 'spam') return before && ENDED.includes(before) ? [real, goesOn] : [real];
  return ENDED.includes(status) ? [goesOn] : [];
};

const asGrievance = ({ grievance, kinds, receivedAt: grievanceSince }: KnownConcern, by: string): Facts =>
  grievance ? [] : [{ type: 'ConcernClassified', data: { kinds, grievance: true, grievanceSince, classifiedBy: by } }];

/** Spam is none of what somebody here answers for: neither danger, nor a grievance, nor a safety event's source. */
const suspected = (concern: Concern): KnownConcern => {
  const before = unworked(concern);
  checkNoRisk(before);
  checkNoGrievance(before);
  checkNoPromise(before);
  return before;
};

export const proposeSpam = ({ by }: ProposeSpam['data'], concern: Concern): Facts => {
  const { spamProposedBy } = suspected(concern);
  if (spamProposedBy === by) return [];
  if (spamProposedBy !== undefined)
    return refuse('concern/spam-proposed', 'Somebody else takes it for spam: confirm it, or clear it.');
  return [{ type: 'ConcernSpamProposed', data: { proposedBy: by } }];
};

/** Two people see the same. */
export const confirmSpam = ({ by }: ConfirmSpam['data'], concern: Concern): Facts => {
  const { spamProposedBy } = suspected(concern);
  if (spamProposedBy === undefined) return refuse('concern/spam-not-proposed', 'Nobody takes this for spam yet.');
  if (spamProposedBy === by) return refuse('concern/same-person', 'Another person than the first one confirms it.');
  return [{ type: 'ConcernMarkedSpam', data: { proposedBy: spamProposedBy, confirmedBy: by } }];
};

export const clear = ({ by }: ClearConcern['data'], concern: Concern): Facts => {
  if (concern.status !== 'spam') {
    const { quarantined, spamProposedBy } = standing(concern);
    if (!quarantined && spamProposedBy === undefined)
      return refuse('concern/nothing-to-clear', 'Nobody doubts this concern.');
  }
  return [{ type: 'ConcernCleared', data: { clearedBy: by } }];
};
