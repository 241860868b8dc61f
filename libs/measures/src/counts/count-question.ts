import { type Instant, refuse } from '#kernel/core';
import { spanOf } from '../figures/asked.js';
import type { CountId, CountPeriod } from './count.codes.js';
import { countDefinitionOf } from './count-definitions.js';
import type { CountQuestion } from './count-line.js';

/** Which counts somebody wants, in their words. */
export interface CountsWanted {
  readonly count?: string | undefined;
  readonly period?: CountPeriod | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** The count that goes by a name; refused where there is none. */
const knownCount = (name: string): CountId =>
  countDefinitionOf(name)?.id ?? refuse('measure/not-found', 'There is no such count.');

/** The question that is asked; where nothing else is said, of all counts, by month, this year up to now. */
export const countQuestionOf = (
  { count, period: kind = 'month', from, to }: CountsWanted,
  now: Instant,
): CountQuestion => ({
  count: count === undefined ? undefined : knownCount(count),
  kind,
  ...spanOf(kind, { from, to }, now),
});
