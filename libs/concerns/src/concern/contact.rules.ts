import { type DomainCommand, type Instant, refuse, secret } from '#kernel/core';
import type { ContactChannel } from './concern.codes.js';
import type { ConcernFact } from './concern.events.js';
import {
  type By,
  type Concern,
  checkInWriting,
  checkMayReach,
  checkOwner,
  checkSince,
  checkWriter,
  going,
  type KnownConcern,
  owedBy,
  standing,
  type Writer,
  writtenBy,
} from './concern.rules.js';

import { CONTENTS } from './full-answer.rules.js';

type Facts = readonly ConcernFact[];

export type AcknowledgeConcern = DomainCommand<
  'AcknowledgeConcern',
  { channel: ContactChannel; message?: string; at: Instant } & By
>;
export type SupplementConcern = DomainCommand<'SupplementConcern', { words: string; writer: Writer }>;
export type SendConcernMessage = DomainCommand<
  'SendConcernMessage',
  { words: string; channel: ContactChannel; writer: Writer }
>;
export type SendDelayNotice = DomainCommand<
  'SendDelayNotice',
  { newDate: Instant; reason: string; channel: ContactChannel; at: Instant } & By
>;
export type RespondToConcern = DomainCommand<
  'RespondToConcern',
  {
    written: boolean;
    contactPerson?: string;
    steps?: string;
    results?: string;
    completedOn?: Instant;
    channel: ContactChannel;
    alsoTo?: readonly string[];
    at: Instant;
  } & By
>;

/** A person says that it is in hand (PC-01). It may come after triage, and is still owed then. */
export const acknowledge = (data: AcknowledgeConcern['data'], concern: Concern): Facts => {
  const before = going(concern);
  checkOwner(data, before);
  if (before.acknowledged) return refuse('concern/already-acknowledged', 'This concern was already acknowledged.');
  const { channel, message, at, by } = data;
  checkMayReach(channel, before);
  checkSince(before, at);
  const said = message && { message: secret(message) };
  return [
    { type: 'ConcernAcknowledged', data: { human: true, channel, ...said, acknowledgedAt: at, acknowledgedBy: by } },
  ];
};

/** More words, beside the first ones: whatever became of the concern, what somebody remembers is taken. */
export const supplement = ({ words, writer }: SupplementConcern['data'], concern: Concern): Facts => {
  checkWriter(writer, standing(concern));
  const by = writtenBy(writer);
  return [
    { type: 'ConcernSupplemented', data: { words: secret(words), from: writer.from, ...(by && { writtenBy: by }) } },
  ];
};

export const sendMessage = ({ words, channel, writer }: SendConcernMessage['data'], concern: Concern): Facts => {
  checkWriter(writer, standing(concern));
  const before = going(concern);
  if (writer.from === 'staff') checkMayReach(channel, before);
  const by = writtenBy(writer);
  return [
    {
      type: 'ConcernMessageExchanged',
      data: { from: writer.from, words: secret(words), channel, ...(by && { writtenBy: by }) },
    },
  ];
};

/** Longer needs a written notice, with a new date (42 CFR 482.13(a)(2)). One that comes late is written down as late. */
export const sendDelayNotice = (data: SendDelayNotice['data'], concern: Concern): Facts => {
  const before = going(concern);
  checkOwner(data, before);
  if (before.status === 'responded') return refuse('concern/already-answered', 'This concern was answered.');
  const { newDate, reason, channel, at, by } = data;
  checkInWriting(channel);
  if (!before.grievance) checkMayReach(channel, before);
  checkSince(before, at);
  if (newDate <= at) return refuse('concern/new-date-past', 'The new date comes after the notice.', 'newDate');
  return [{ type: 'DelayNoticeSent', data: { newDate, reason: secret(reason), channel, sentAt: at, sentBy: by } }];
};

/**
 * May be answered again: what comes later is added, and what was told before stays. A withdrawn concern is answered for
 * those only whose grievances were merged into it: they have not withdrawn theirs.
 */
export const respond = (data: RespondToConcern['data'], concern: Concern): Facts => {
  const before = concern.status === 'withdrawn' && forOthers(data, concern) ? concern : going(concern);
  checkOwner(data, before);
  if (before.status === 'submitted' || before.status === 'acknowledged')
    return refuse('concern/not-triaged', 'Triage it first.');
  checkAnswer(data, before);
  const { written, contactPerson, steps, results, completedOn, channel, alsoTo, at, by } = data;
  return [
    {
      type: 'ConcernResponded',
      data: {
        written,
        ...(contactPerson && { contactPerson: secret(contactPerson) }),
        ...(steps && { steps: secret(steps) }),
        ...(results && { results: secret(results) }),
        ...(completedOn && { completedOn }),
        channel,
        ...(alsoTo && { alsoTo }),
        respondedAt: at,
        respondedBy: by,
      },
    },
  ];
};

const forOthers = ({ alsoTo = [] }: RespondToConcern['data'], concern: KnownConcern): boolean =>
  alsoTo.some((id) => owedBy(concern).includes(id));

const checkAnswer = (data: RespondToConcern['data'], before: KnownConcern): void => {
  const { written, channel, completedOn, alsoTo = [], at } = data;
  checkSince(before, at);
  if (written) checkInWriting(channel);
  const missing = written ? CONTENTS.find((content) => data[content] === undefined) : 'written';
  if (missing && (before.grievance || alsoTo.length > 0))
    refuse(
      'concern/answer-incomplete',
      'A grievance is answered in writing, with a person to ask, the steps taken, the results and the date.',
      missing,
    );
  if (!before.grievance) checkMayReach(channel, before);
  if (!data.steps && !data.results) refuse('concern/nothing-told', 'Say what was done, or what was found.', 'results');
  if (completedOn !== undefined && completedOn > at)
    refuse('concern/in-the-future', 'It cannot have been completed after the answer.', 'completedOn');
  if (alsoTo.some((id) => !(id in before.absorbed)))
    refuse('concern/not-merged-here', 'Only concerns that were merged into this one are answered with it.', 'alsoTo');
};
