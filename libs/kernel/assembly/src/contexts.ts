import type { Action } from '#kernel/access';
import type { ClockedStreams } from '#kernel/clocks';
import type { Decider, DomainCommand, DomainEvent, EventType } from '#kernel/core';
import type { Migration } from '#kernel/platform';
import type { ForgottenTogether } from '#kernel/privacy';
import type { Automation, Projection, Reader } from '#kernel/readers';

/** The rules by which streams of one kind are folded, and the action under which somebody may look at such a stream. */
export interface FoldedStreams {
  readonly decider: Decider<unknown, DomainCommand, DomainEvent>;
  readonly reading: Action;
}

/** What a context brings to a process, besides its Nest module. */
export interface Context {
  /** As its folder is called. */
  readonly name: string;
  readonly catalogue: readonly EventType[];
  readonly migrations: readonly Migration[];
  readonly projections: readonly Projection[];
  /** Readers that are no projections: those that ask for effects. */
  readonly readers?: readonly Reader[];
  /** Which streams, by their category, the live feed tells of: to those who may do this to all of them. */
  readonly watched?: Readonly<Record<string, Action>>;
  /** What is asked for when something has happened. */
  readonly automations?: readonly Automation[];
  readonly deciders?: readonly FoldedStreams[];
  /** Which of its streams are forgotten with which others of the same id, by category. */
  readonly forgottenTogether?: ForgottenTogether;
  /** Which clocks run on its streams: what starts them, what stops them, and who answers for them. */
  readonly clocks?: readonly ClockedStreams[];
}
