import type { EventType } from '#kernel/core';
import type { Migration } from '#kernel/platform';
import type { Projection } from '#kernel/readers';

/** What a context brings to a process, besides its Nest module. */
export interface Context {
  /** As its folder is called. */
  readonly name: string;
  readonly catalogue: readonly EventType[];
  readonly migrations: readonly Migration[];
  readonly projections: readonly Projection[];
}
