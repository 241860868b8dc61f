import { type Instant, refuse, secret } from '#kernel/core';
import type { CaseFact } from './resolution-case.events.js';

/** A question as a fact of the case. */
export const asked = ({
  safetyEventId,
  question,
  text,
  at,
  by,
}: {
  safetyEventId: string;
  question: string;
  text: string;
  at: Instant;
  by: string;
}): CaseFact<'PatientQuestionAsked'> => ({
  type: 'PatientQuestionAsked',
  data: { safetyEventId, question, text: secret(text), askedAt: at, recordedBy: by },
});

/** A promise as a fact of the case; it is for a time to come. */
export const promised = ({
  safetyEventId,
  promise,
  text,
  owner,
  dueAt,
  at,
  by,
}: {
  safetyEventId: string;
  promise: string;
  text: string;
  owner: string;
  dueAt: Instant;
  at: Instant;
  by: string;
}): CaseFact<'PatientPromiseMade'> => {
  if (dueAt <= at) return refuse('resolution-case/promise-past', 'A promise is for a time to come.', 'dueAt');
  return {
    type: 'PatientPromiseMade',
    data: { safetyEventId, promise, text: secret(text), owner, dueAt, madeAt: at, madeBy: by },
  };
};

/** INV-24: what is told is kept as a fact and cleared for sharing. */
export const checkCleared = (factIds: readonly string[], cleared: readonly string[]): void => {
  const not = factIds.filter((one) => !cleared.includes(one));
  if (not.length > 0)
    refuse('resolution-case/fact-not-cleared', `Clear these facts for sharing first: ${not.join(', ')}.`, 'factIds');
};
