import { calendarOf, dueAt } from '#kernel/clocks';
import type { Instant } from '#kernel/core';
import { crp07 } from '../definitions/crp-07.js';
import type { SubjectCase, Wish } from '../subject/subject-case.js';
import { firstOf, inTime, type Told } from '../subject/told.js';
import { type Course, type Holding, held } from './measure-fact.js';

const DAY = 86_400_000;
/** How long a contact lasts (domain.md 1.3, DL-13), where the family has not asked for another rhythm. Calendar days. */
const RHYTHM = 14;
const CALENDAR = calendarOf('us-federal');

/** CRP-07 of a case: from the first talk to the findings or the closing, whichever was first. Nothing without both. */
export const contactCourse = (
  { talked, findings, closed, contacts = [], wishes = [] }: SubjectCase,
  zone: string,
): Omit<Course, 'case'> | undefined => {
  const end = firstOf([findings, closed]);
  if (!talked || !end) return undefined;
  const between = contacts.filter(({ at }) => at > talked.at && at < end.at).sort(inTime);
  const all = [talked, ...between, end];
  const asked = [...wishes].sort(inTime);
  const kept = all.every(({ at }, next) => {
    const before = all[next - 1];
    return !before || at <= lastsUntil(before.at, at, asked, zone);
  });
  return {
    anchor: end,
    done: kept ? [end] : [],
    because: all,
    entered: all,
    excluded: tooShort(talked, end),
  };
};

const tooShort = (talked: Told, end: Told): Holding | undefined =>
  Date.parse(end.at) - Date.parse(talked.at) < RHYTHM * DAY ? held(crp07, 'short', end.position) : undefined;

/**
 * Until when a contact lasts: by the rhythm that was asked for last when it was, and by each that is asked for before it
 * is over and before the next contact. A rhythm that would be over already counts from when it was asked for.
 */
const lastsUntil = (from: Instant, next: Instant, wishes: readonly Wish[], zone: string): Instant => {
  const known = wishes.findLast(({ at }) => at <= from);
  let until = after(from, known ? known.everyDays : RHYTHM, zone);
  for (const { at, everyDays } of wishes) {
    if (at <= from || at >= next || at > until) continue;
    const anew = after(from, everyDays, zone);
    until = anew < at ? after(at, everyDays, zone) : anew;
  }
  return until;
};

/** Without days they come to us: that lasts. */
const EVER = '9999-12-31T23:59:59.999Z';

const after = (at: Instant, days: number | undefined, zone: string): Instant =>
  days === undefined ? EVER : dueAt(at, { clock: 'CALENDAR_DAYS', amount: days }, zone, CALENDAR);
