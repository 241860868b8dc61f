import { type DomainCommand, refuse, secret } from '#kernel/core';
import type { ConcernEnding, ConcernRedirection } from './concern.codes.js';
import type { ConcernFact } from './concern.events.js';
import {
  type By,
  type Concern,
  checkNoGrievance,
  checkNoPromise,
  checkNoRisk,
  checkWriter,
  going,
  type KnownConcern,
  owedBy,
  standing,
  type Writer,
  writtenBy,
} from './concern.rules.js';

type Facts = readonly ConcernFact[];

export type CloseConcern = DomainCommand<'CloseConcern', { ending: ConcernEnding; changeMade?: string } & By>;
export type RedirectConcern = DomainCommand<
  'RedirectConcern',
  { to: ConcernRedirection; owner: string; reason?: string } & By
>;
export type WithdrawConcern = DomainCommand<'WithdrawConcern', { reason?: string; writer: Writer }>;
export type ReopenConcern = DomainCommand<'ReopenConcern', { reason: string } & By>;

/** So often somebody was written to or called in vain before they are unreachable (domain.md 8.16). */
const TRIES = 3;

export const close = ({ ending, changeMade, by }: CloseConcern['data'], concern: Concern): Facts => {
  const before = going(concern);
  checkNoRisk(before);
  if (ending === 'answered') checkAnswered(before);
  else checkUnanswered(ending, before);
  const change = changeMade && { changeMade: secret(changeMade) };
  return [{ type: 'ConcernClosed', data: { ending, ...change, closedBy: by } }];
};

const checkAnswered = (before: KnownConcern): void => {
  if (before.status !== 'responded') refuse('concern/not-answered', 'Answer it first.', 'ending');
  if (before.grievance && !before.answeredInFull) checkNoGrievance(before);
  if (owedBy(before).length > 0)
    refuse(
      'concern/merged-grievance-unanswered',
      'A grievance was merged into this concern: its submitter is owed the answer in writing too.',
    );
};

const checkUnanswered = (ending: Exclude<ConcernEnding, 'answered'>, before: KnownConcern): void => {
  checkNoGrievance(before);
  if (before.status === 'submitted' || before.status === 'acknowledged')
    refuse('concern/not-triaged', 'Triage it first.');
  if (before.status === 'responded')
    refuse('concern/already-answered', 'It was answered: close it as answered.', 'ending');
  if (ending === 'no_reply_wanted' && before.wantsReply)
    refuse('concern/reply-wanted', 'The submitter said what they would like to come of it.', 'ending');
  if (ending === 'anonymous' && !before.anonymous)
    refuse('concern/not-anonymous', 'Who submitted this concern is known.', 'ending');
  if (ending === 'unreachable') {
    checkNoPromise(before);
    if (before.reachable && before.tries < TRIES)
      refuse('concern/not-tried-enough', `Unreachable needs at least ${TRIES} messages without an answer.`, 'ending');
  }
};

export const redirect = ({ to, owner, reason, by }: RedirectConcern['data'], concern: Concern): Facts => {
  const before = going(concern);
  if (before.status !== 'triaged')
    return before.status === 'submitted' || before.status === 'acknowledged'
      ? refuse('concern/not-triaged', 'Triage it first.')
      : refuse('concern/in-follow-up', 'Somebody has begun to follow this concern up.');
  checkNoRisk(before);
  checkNoGrievance(before);
  checkNoPromise(before);
  return [
    { type: 'ConcernRedirected', data: { to, owner, ...(reason && { reason: secret(reason) }), redirectedBy: by } },
  ];
};

/**
 * Contact stops at once, also while somebody is at risk: that is the submitter's to say. What it told of safety goes on:
 * urgent action and conversion stay open, and owed. Whoever records it for the submitter says why; a grievance is
 * withdrawn by its submitter alone, since for staff that would be a way around its answer (INV-13).
 */
export const withdraw = ({ reason, writer }: WithdrawConcern['data'], concern: Concern): Facts => {
  checkWriter(writer, standing(concern));
  const before = going(concern);
  if (before.status === 'responded') return refuse('concern/already-answered', 'It was answered: close it instead.');
  if (writer.from === 'staff') {
    checkNoGrievance(before);
    if (!reason) return refuse('concern/reason-missing', 'Say how the submitter withdrew it.', 'reason');
  }
  const by = writtenBy(writer);
  return [
    {
      type: 'ConcernWithdrawn',
      data: { by: writer.from, ...(reason && { reason: secret(reason) }), ...(by && { recordedBy: by }) },
    },
  ];
};

export const reopen = ({ reason, by }: ReopenConcern['data'], concern: Concern): Facts => {
  const { status } = standing(concern);
  if (status !== 'closed' && status !== 'withdrawn' && status !== 'redirected')
    return refuse('concern/not-ended', 'This concern is being worked on.');
  return [{ type: 'ConcernReopened', data: { reason: secret(reason), reopenedBy: by } }];
};
