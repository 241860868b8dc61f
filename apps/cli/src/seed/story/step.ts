import type { Command } from '@nestjs/cqrs';
import type { Envelope, Receipt } from '#kernel/ledger';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** An entry that was made after it happened, and why (INV-02). */
export interface Late {
  readonly occurredAt: number;
  readonly reasonCode: 'paper-report' | 'downtime' | 'found-late';
  /** The persona who approved what is more than 30 days late. */
  readonly approver?: string;
}

/** Something that somebody did at a time of the story. */
export interface Step {
  /** When it was entered, in milliseconds of the epoch. */
  readonly at: number;
  /** The organization, by its key. */
  readonly organization: string;
  /** By whose hand, as a persona of that organization. */
  readonly by: string;
  /** Told once under this name: a seed that was interrupted goes on where it stopped. */
  readonly key: string;
  readonly late?: Late;
  command(envelope: Envelope): Command<Receipt>;
}

/** A time of the story, as commands have it. */
export const instantOf = (at: number): string => new Date(at).toISOString();
