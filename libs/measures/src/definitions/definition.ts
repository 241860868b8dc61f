import type { Span } from '#kernel/clocks';
import type { Kind, MeasureId } from '../measure-snapshot/measure.codes.js';

/** Why a case is not counted, by the code that its fact carries. */
export interface Reason {
  readonly code: string;
  readonly says: string;
}

/**
 * A measure as it is counted (domain.md 2.2, 2.3). Data with a version: what an id and a version say is never edited
 * (INV-30); another rule is another version.
 */
export interface Definition {
  readonly id: MeasureId;
  readonly version: number;
  readonly name: string;
  readonly numerator: string;
  readonly denominator: string;
  /** The wrong population: out of numerator and denominator. */
  readonly exclusions: readonly Reason[];
  /** The right population, with a reason that was recorded before the limit. */
  readonly exceptions: readonly Reason[];
  /** The event by which a case belongs to a period. */
  readonly anchor: string;
  /** How long it may take from the anchor. Without one, what is not done counts as failed at once. */
  readonly limit?: Span;
  /** By which calendar business days are counted. */
  readonly calendar?: { readonly id: string; readonly version: string };
  /** The first is what domain.md names; others are counted as well, and none besides. */
  readonly periods: readonly Kind[];
  /** What was done counts no sooner than what was not: both once the limit has passed. */
  readonly waits?: true;
  /**
   * Small counts are hidden from everybody, only periods that are over are shown, no figure opens to its cases, and none is
   * published (INV-29).
   */
  readonly confidential?: true;
  /** What is aimed at is the share that is not to be passed. */
  readonly lowerIsBetter?: true;
  /** The share that is aimed at, from 0 to 1. */
  readonly target?: number;
  /** The mean that is aimed at instead, in days: of all that were done, those with an exception too. */
  readonly targetMeanDays?: number;
  readonly basis: string;
}
