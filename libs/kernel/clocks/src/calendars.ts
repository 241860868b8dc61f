import type { HolidayCalendar } from './holiday-calendar.js';
import { usFederal } from './us-federal.js';

/** The calendars a facility may choose from (domain.md 8.2). */
const CALENDARS: readonly HolidayCalendar[] = [usFederal];

/** The calendar of that id, in its newest version. Throws `RangeError` for an id that is none. */
export const calendarOf = (id: string): HolidayCalendar => {
  const found = CALENDARS.find((calendar) => calendar.id === id);
  if (!found) throw new RangeError(`No holiday calendar is called "${id}".`);
  return found;
};
