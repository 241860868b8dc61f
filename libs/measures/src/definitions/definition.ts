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
  /** The first is what domain.md names; the other is counted as well. */
  readonly periods: readonly Kind[];
  /** The share that is aimed at, from 0 to 1. */
  readonly target?: number;
  /** The mean that is aimed at instead, in days: of all that were done, those with an exception too. */
  readonly targetMeanDays?: number;
  readonly basis: string;
}
