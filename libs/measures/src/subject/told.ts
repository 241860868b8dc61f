import type { Instant } from '#kernel/core';

/** Something that happened: when, when the ledger heard of it, and by which event. */
export interface Told {
  readonly at: Instant;
  readonly recordedAt: Instant;
  readonly position: number;
}

/** It goes on under another record of its kind. */
export interface Merged extends Told {
  readonly into: string;
}

/**
 * The first of two: what is entered late may have come before what is known already (domain.md 2.2, rule 5: the first
 * completion decides).
 */
export const first = (known: Told | undefined, next: Told): Told => (known && known.at <= next.at ? known : next);

/** The first of those that were told at all, of a group of records (domain.md 2.2, rule 4). */
export const firstOf = (all: readonly (Told | undefined)[]): Told | undefined =>
  all.filter((one) => one !== undefined).sort(inTime)[0];

/** By when it was; of two at once, what was told first. */
export const inTime = (a: Told, b: Told): number => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.position - b.position);

/** The first of those that were told at all by when it was recorded: what counts for an exception (rule 3). */
export const recordedFirst = (all: readonly (Told | undefined)[]): Told | undefined =>
  all.filter((one) => one !== undefined).sort((a, b) => a.position - b.position)[0];
