import { Temporal } from 'temporal-polyfill';
import type { Instant } from '#kernel/core';
import { beginningOf, localDay } from './local-day.js';

/** What measures are reported by, in the facility's time zone (domain.md 2.2, rule 1). */
export type PeriodKind = 'month' | 'quarter' | 'year';

interface Period {
  readonly kind: PeriodKind;
  readonly firstDay: Temporal.PlainDate;
}

const MONTHS: Record<PeriodKind, number> = { month: 1, quarter: 3, year: 12 };
const PERIOD = /^(?<year>\d{4})(?:-(?:(?<month>0[1-9]|1[0-2])|Q(?<quarter>[1-4])))?$/;

/** The period an instant belongs to by its local date: `2026-03`, `2026-Q1` or `2026`. */
export const periodOf = (at: Instant, zone: string, kind: PeriodKind): string => named(kind, localDay(at, zone));

/** The periods from one to another of its kind, both included; none if the last comes before the first. */
export const periodsBetween = (first: string, last: string): string[] => {
  const [from, to] = [parsed(first), parsed(last)];
  if (from.kind !== to.kind) throw new RangeError(`"${first}" is a ${from.kind}, "${last}" is a ${to.kind}.`);
  const periods: string[] = [];
  for (let period = from; Temporal.PlainDate.compare(period.firstDay, to.firstDay) <= 0; period = following(period))
    periods.push(named(period.kind, period.firstDay));
  return periods;
};

/** When a period begins, and before when it ends: where the next one begins. */
export const boundsOf = (period: string, zone: string): { from: Instant; before: Instant } => {
  const told = parsed(period);
  return { from: beginningOf(told.firstDay, zone), before: beginningOf(following(told).firstDay, zone) };
};

const parsed = (period: string): Period => {
  const { year, month, quarter } = PERIOD.exec(period)?.groups ?? {};
  if (!year) throw new RangeError(`"${period}" is no period: those are 2026-03, 2026-Q1 and 2026.`);
  const begins = (kind: PeriodKind, number: number): Period => ({
    kind,
    firstDay: new Temporal.PlainDate(Number(year), number, 1),
  });
  if (month) return begins('month', Number(month));
  return quarter ? begins('quarter', (Number(quarter) - 1) * MONTHS.quarter + 1) : begins('year', 1);
};

const named = (kind: PeriodKind, { year, month }: Temporal.PlainDate): string => {
  const inYear = String(year).padStart(4, '0');
  if (kind === 'month') return `${inYear}-${String(month).padStart(2, '0')}`;
  return kind === 'quarter' ? `${inYear}-Q${Math.ceil(month / MONTHS.quarter)}` : inYear;
};

const following = ({ kind, firstDay }: Period): Period => ({ kind, firstDay: firstDay.add({ months: MONTHS[kind] }) });
