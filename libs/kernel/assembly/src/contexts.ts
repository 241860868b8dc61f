import type { Action } from '#kernel/access';
import type { EventType } from '#kernel/core';
import type { Migration } from '#kernel/platform';
import type { Projection, Reader } from '#kernel/readers';

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
}
