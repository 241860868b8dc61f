export {
  CARE_SETTINGS,
  type CareSetting,
  HOLIDAY_CALENDARS,
  type HolidayCalendar,
} from '../organization/organization.events.js';
