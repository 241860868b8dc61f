import type { Recorded } from '#kernel/core';
import type { ConcernFact } from './concern.events.js';

/** Whose a concern is, by its facts: whoever entered it for somebody, and whoever has it now. */
export interface Whose {
  readonly enteredBy: string | undefined;
  readonly owner: string | undefined;
}

/** By the facts of a concern, in order; nobody's what a stranger's form submitted and nobody has taken. */
export const whoseOf = (events: readonly Recorded[]): Whose => {
  const facts = events as readonly ConcernFact[];
  const [first] = facts;
  return {
    enteredBy: first?.type === 'ConcernSubmitted' ? first.data.enteredBy : undefined,
    owner: facts.flatMap(ownersOf).at(-1) ?? facts.flatMap(reopenersOf).at(0),
  };
};

const ownersOf = ({ type, data }: ConcernFact): readonly string[] =>
  type === 'ConcernTriaged' || type === 'ConcernAssigned' ? [data.owner] : [];

/** Whoever opens again what nobody had has it. */
const reopenersOf = ({ type, data }: ConcernFact): readonly string[] =>
  type === 'ConcernReopened' ? [data.reopenedBy] : [];
