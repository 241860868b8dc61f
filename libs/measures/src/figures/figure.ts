import type { Instant } from '#kernel/core';
import type { Breakdown, Kind, MeasureId, People } from '../measure-snapshot/measure.codes.js';

/** Which figures: a measure, in periods of one kind from one to another. */
export interface Question {
  readonly measure: MeasureId;
  readonly kind: Kind;
  readonly from: string;
  readonly to: string;
}

/** The counts of a measure in one period, of the organization or of a part of it (domain.md 2.2, rule 8). */
export interface Figure {
  readonly period: string;
  readonly people: People;
  readonly by: Breakdown;
  /** A facility's id; a severity, type or source; or `all`. */
  readonly of: string;
  readonly numerator: number;
  readonly denominator: number;
  readonly excluded: number;
  readonly exceptions: number;
  /** Not done, and the limit not passed: in no denominator yet. Where there are any, the figure is provisional. */
  readonly notMatured: number;
  readonly lateEntries: number;
  /** Opened again after they were done: that changes no result (rule 5). */
  readonly reopened: number;
  /** How many of the denominator were done at all, in time or late: what median and p90 are of. */
  readonly timed: number;
  /** How many were done at all, those with an exception too: what the mean is of. */
  readonly done: number;
  /** Only where a mean is aimed at. */
  readonly meanDays?: number;
  readonly medianMinutes?: number;
  readonly p90Minutes?: number;
}

/** Figures, and up to where and by what time they were counted. */
export interface Counted {
  readonly figures: readonly Figure[];
  readonly position: number;
  readonly asOf: Instant;
}

/** A period in which nothing happened. */
export const emptyFigure = (period: string): Figure => ({
  period,
  people: 'patients',
  by: 'all',
  of: 'all',
  numerator: 0,
  denominator: 0,
  excluded: 0,
  exceptions: 0,
  notMatured: 0,
  lateEntries: 0,
  reopened: 0,
  timed: 0,
  done: 0,
});
