import type { DomainCommand, DomainEvent } from './event.js';

/** Facts that may ride on any stream: the kernel's own, of which the stream's rules know nothing. */
const RIDERS = /^(Deadline|Attachment)[A-Z]/;

/** Whether a fact of this type rides on a stream. What rides makes nobody's view of the record stale. */
export const isRider = (type: string): boolean => RIDERS.test(type);

/** What is remembered of one kind of stream: `evolve` folds a fact into the state that the rules need, and never refuses. */
export interface Fold<S, E extends DomainEvent> {
  /** The stream's category, as in `safety-event`. */
  readonly category: string;
  readonly initialState: S;
  /** Whether it folds facts that ride on the stream too: those who write them do, nobody else. */
  readonly hears?: 'riders too';
  evolve(state: S, event: E): S;
}

/**
 * The rules of one kind of stream, pure: no clock, no ids, no I/O.
 * `decide` returns the facts that follow from a command (none when it is already so) or refuses.
 */
export interface Decider<S, C extends DomainCommand, E extends DomainEvent> extends Fold<S, E> {
  decide(command: C, state: S): readonly E[];
}
