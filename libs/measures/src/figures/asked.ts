import { type PeriodKind, periodOf, periodsBetween } from '#kernel/clocks';
import { type Instant, refuse } from '#kernel/core';
import type { AsOf } from '#kernel/ledger';
import { DEFINITIONS, definitionOf } from '../definitions/definitions.js';
import type { Kind, MeasureId } from '../measure-snapshot/measure.codes.js';
import type { Question } from './figure.js';

/** How many periods of a kind one question may be of. */
const MOST: Readonly<Record<PeriodKind, number>> = { month: 36, quarter: 36, year: 5 };
const PERIODS: Readonly<Record<PeriodKind, { readonly form: RegExp; readonly example: string }>> = {
  month: { form: /^(19|20|21)\d\d-(0[1-9]|1[0-2])$/, example: '2026-03' },
  quarter: { form: /^(19|20|21)\d\d-Q[1-4]$/, example: '2026-Q1' },
  year: { form: /^(19|20|21)\d\d$/, example: '2026' },
};
/** Where a year begins, in periods of each kind. */
const FIRST: Readonly<Record<PeriodKind, string>> = { month: '-01', quarter: '-Q1', year: '' };

/** What somebody wants to know of a measure, in their words. */
export interface Asked {
  readonly measure: string;
  readonly period?: Kind | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** The question that is asked; where nothing else is said, by month, or by what the measure is counted by, this year up to now. */
export const questionOf = ({ measure: name, period, from, to }: Asked, now: Instant): Question => {
  const measure = knownMeasure(name);
  const { periods } = DEFINITIONS[measure];
  const kind = period ?? (periods.includes('month') ? 'month' : (periods[0] as Kind));
  if (!periods.includes(kind))
    refuse('measure/no-such-period', `${measure} is counted by ${periods.join(' and by ')}.`, 'period');
  return { measure, kind, ...spanOf(kind, { from, to }, now) };
};

/** From which period to which: this year up to now, where nothing else is said. */
export const spanOf = (
  kind: PeriodKind,
  { from, to }: Pick<Asked, 'from' | 'to'>,
  now: Instant,
): { readonly from: string; readonly to: string } => {
  const last = to ?? periodOf(now, 'UTC', kind);
  const first = from ?? `${last.slice(0, 4)}${FIRST[kind]}`;
  const { form, example } = PERIODS[kind];
  for (const [field, value] of Object.entries({ from: first, to: last }))
    if (!form.test(value)) refuse('measure/no-such-period', `A ${kind} is written as ${example}.`, field);
  const { length } = periodsBetween(first, last);
  if (length === 0) refuse('measure/no-period', 'The first period comes after the last.', 'from');
  if (length > MOST[kind]) refuse('measure/too-many-periods', `Ask for at most ${MOST[kind]} periods at once.`, 'from');
  return { from: first, to: last };
};

/** One period, whose kind its name tells. */
export const periodAsked = (measure: string, period: string, now: Instant): Question =>
  questionOf({ measure, period: kindOf(period), from: period, to: period }, now);

const kindOf = (period: string): Kind => {
  if (period.length === '2026'.length) return 'year';
  return period.includes('Q') ? 'quarter' : 'month';
};

export const knownMeasure = (name: string): MeasureId =>
  definitionOf(name)?.id ?? refuse('measure/not-found', 'There is no such measure.');

const TIME = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,9})?)?([zZ]|[+-]\d\d:\d\d))?$/;

/** A point in the past: a position, a time with its offset, or a day. */
export const pointAsked = (text: string | undefined): AsOf | undefined => {
  if (text === undefined) return undefined;
  if (/^\d{1,15}$/.test(text)) return { position: Number(text) };
  const day = text.slice(0, '2026-03-31'.length);
  const real = TIME.test(text) && !text.startsWith('0000') && new Date(`${day}T00:00:00Z`).toJSON()?.startsWith(day);
  if (!real || Number.isNaN(Date.parse(text)))
    refuse('measure/no-such-time', 'asOf is a position, a time with offset, or a day (2026-03-31).', 'asOf');
  return { date: text };
};
