import { derivedUuid } from '#kernel/platform';
import { calendarOf } from './calendars.js';
import type { Reckoning } from './deadline/tending.rules.js';
import { dueAt } from './due-at.js';
import { remindersOf } from './reminders.js';

/** {@link Reckoning} by the calendars and time zones that are known here. */
export const reckoning: Reckoning = {
  idOf: (...parts) => derivedUuid('deadline', ...parts),
  times: ({ startsAt, clock, amount, until, extra, zone, calendar, pauses }) => {
    const holidays = calendarOf(calendar.id, calendar.version);
    const after = (units: number) => {
      if (until === undefined) return dueAt(startsAt, { clock, amount: units }, zone, holidays, pauses);
      return units === 0 ? until : dueAt(until, { clock, amount: units }, zone, holidays);
    };
    const due = after(amount + extra);
    const limitAt = extra === 0 ? due : after(amount);
    return { dueAt: due, limitAt, reminders: remindersOf({ startsAt, clock, zone, pauses }, due) };
  },
};
