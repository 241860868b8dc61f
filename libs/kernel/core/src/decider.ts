import type { DomainCommand, DomainEvent } from './event.js';

/**
 * The rules of one kind of stream, pure: no clock, no ids, no I/O.
 * `decide` returns the facts that follow from a command (none when it is already so) or refuses;
 * `evolve` folds a fact into the state that the rules need, and never refuses.
 */
export interface Decider<S, C extends DomainCommand, E extends DomainEvent> {
  /** The stream's category, as in `safety-event`. */
  readonly category: string;
  readonly initialState: S;
  decide(command: C, state: S): readonly E[];
  evolve(state: S, event: E): S;
}
