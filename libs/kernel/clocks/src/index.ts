export { Alarm } from './alarm/alarm.js';
export { businessDaysBetween, earliestWithin } from './business-days.js';
export { calendarOf } from './calendars.js';
export { clockNotices } from './clock-notices.js';
export { type AdoptedPack, ClockPolicies, type ClockPolicy, DEFAULT_CALENDAR } from './clock-policies.js';
export { Clockwork, definitionsWith } from './clockwork.js';
export { ChangeDeadline, type ToldChange } from './commands/change-deadline.js';
export { ChangeDeadlineHandler, TendClocksHandler } from './commands/handlers.js';
export { TendClocks, tendAt } from './commands/tend-clocks.js';
export type { DeadlineChange } from './deadline/changes.rules.js';
export {
  type ClockedStreams,
  type ClockRule,
  clockedStreams,
  type Memory,
  reservedStreams,
  type Tells,
  typesHeard,
  type Within,
} from './deadline/clocked-streams.rules.js';
export { type Clocks, type ClocksCommand, clocksDecider } from './deadline/clocks.decider.js';
export * from './deadline/deadline.codes.js';
export { clocksCatalogue, type DeadlineFact } from './deadline/deadline.events.js';
export { type Deadline, evolveDeadline, isOpen, nextWakeAt } from './deadline/deadline.rules.js';
export { type ClockTerms, type Reckoning, termsAt } from './deadline/tending.rules.js';
export { defaultDefinitions } from './definitions/default-definitions.js';
export * from './definitions/definition.js';
export { dueAt } from './due-at.js';
export { dueListMigration, pressingClocksMigration } from './due-list/due-list.migration.js';
export { dueList } from './due-list/due-list.projection.js';
export { DueListRow } from './due-list/due-list.row.js';
export { type OpenDeadline, openDeadlines } from './due-list/open-deadlines.js';
export { type Wake, Wakes } from './due-list/wakes.js';
export type { HolidayCalendar } from './holiday-calendar.js';
export { localDay } from './local-day.js';
export { defaultPacks, packNamed, packOn } from './packs/default-packs.js';
export type { CandorStatute, ExternalReportLimit, PolicyPack, Sourced } from './packs/policy-pack.js';
export { boundsOf, type PeriodKind, periodOf, periodsBetween } from './period.js';
export { reckoning } from './reckoning.js';
export type { Span } from './span.js';
export { tendingAutomation } from './tending-automation.js';
