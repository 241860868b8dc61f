import type { Instant } from '#kernel/core';
import type { Envelope, Streams } from '#kernel/ledger';
import { derivedUuid } from '#kernel/platform';
import { factsDecider } from '../facts/facts.decider.js';
import type { Conversation } from './conversation.rules.js';
import type { By } from './resolution-case.rules.js';

/** A conversation as it is told: questions and promises in words, without ids. */
export interface ToldConversation extends Omit<Conversation, 'at' | 'cleared' | 'questions' | 'promises'> {
  questions?: readonly string[];
  promises?: readonly { text: string; owner?: string; dueAt: Instant }[];
}

/** An id of something that a command makes: it follows from the command, so that a retry makes the same. */
export const madeBy = ({ org, commandId }: Envelope, what: string): string => derivedUuid(what, org, commandId);

/** The kept facts of a case that may be told now. */
export const clearedFacts = async (streams: Streams, org: string, id: string): Promise<readonly string[]> => {
  const { state } = await streams.asOf(factsDecider, org, id);
  return state.entries.filter(({ cleared }) => cleared).map(({ entry }) => entry);
};

/** What was told, with what may be told, and ids for what came of it. */
export const toldBy = async (
  streams: Streams,
  envelope: Envelope,
  id: string,
  { questions, promises, ...told }: ToldConversation,
  { by }: By,
): Promise<Omit<Conversation, 'at'>> => ({
  ...told,
  cleared: await clearedFacts(streams, envelope.org, id),
  ...(questions && {
    questions: questions.map((text, nth) => ({ question: madeBy(envelope, `question ${nth}`), text })),
  }),
  ...(promises && {
    promises: promises.map(({ owner = by, ...one }, nth) => ({
      ...one,
      owner,
      promise: madeBy(envelope, `promise ${nth}`),
    })),
  }),
});
