/** A point in time as RFC 3339 text in UTC with milliseconds: `2026-03-02T09:00:00.000Z`. */
export type Instant = string;

/**
 * The only source of "now". `told` clocks say what they were told (seeds, tests) and are refused in
 * production; the ledger remembers that a told clock wrote to it.
 */
export abstract class Clock {
  abstract readonly kind: 'system' | 'told';
  abstract now(): Instant;
}

/** When something happened: as it is told, but never after now, however the teller's clock runs. */
export const happenedAt = (told: Instant | undefined, now: Instant): Instant =>
  told !== undefined && told < now ? told : now;

/** The only source of new identifiers: time-ordered UUIDs (version 7). */
export abstract class Ids {
  abstract next(): string;
}
