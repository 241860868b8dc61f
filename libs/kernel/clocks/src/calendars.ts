import type { HolidayCalendar } from './holiday-calendar.js';
import { usFederal } from './us-federal.js';

/** The calendars a facility may choose from (domain.md 8.2), of each every version that a deadline may have, oldest first. */
const CALENDARS: readonly HolidayCalendar[] = [usFederal];

/**
 * The calendar of that id: in its newest version, or in the one that a deadline keeps. Throws `RangeError` for an id or a
 * version that is none.
 */
export const calendarOf = (id: string, version?: string): HolidayCalendar => {
  const found = CALENDARS.findLast((one) => one.id === id && (version === undefined || one.version === version));
  if (!found) throw new RangeError(`No holiday calendar is called "${[id, version].filter(Boolean).join(' ')}".`);
  return found;
};
