export { businessDaysBetween, earliestWithin } from './business-days.js';
export { calendarOf } from './calendars.js';
export { dueAt } from './due-at.js';
export type { HolidayCalendar } from './holiday-calendar.js';
export { boundsOf, type PeriodKind, periodOf, periodsBetween } from './period.js';
export type { ClockKind, Span } from './span.js';
