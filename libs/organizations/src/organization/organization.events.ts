import { code, coded, type EventOf, eventType, flag, open, optional, title, uuid } from '#kernel/core';

/** Where care is given; decides which rules and forms apply. */
export const CARE_SETTINGS = [
  'hospital',
  'nursing-home',
  'ambulatory',
  'home',
  'dental',
  'behavioral',
  'rehabilitation',
  'dialysis',
  'pharmacy',
  'emergency-services',
  'telehealth',
] as const;
export type CareSetting = (typeof CARE_SETTINGS)[number];

/** Holiday calendars by which business days are counted (domain.md 8.2). */
export const HOLIDAY_CALENDARS = ['us-federal'] as const;
export type HolidayCalendar = (typeof HOLIDAY_CALENDARS)[number];

export const organizationRegistered = eventType('OrganizationRegistered', 1, { name: open('OPER', title()) });

export const facilityOpened = eventType('FacilityOpened', 1, {
  facilityId: open('OPER', uuid()),
  name: open('OPER', title()),
  /** IANA time zone; every clock of the facility runs in it. */
  zone: open('OPER', coded()),
  holidayCalendar: open('OPER', code(HOLIDAY_CALENDARS)),
  careSetting: open('OPER', code(CARE_SETTINGS)),
  /** CMS Certification Number. */
  ccn: optional(open('OPER', coded())),
});

export const unitOpened = eventType('UnitOpened', 1, {
  unitId: open('OPER', uuid()),
  facilityId: open('OPER', uuid()),
  name: open('OPER', title()),
});

/** How somebody without an account reaches a facility. One without it is not open to the public at all. */
export const publicContactSet = eventType('PublicContactSet', 1, {
  facilityId: open('OPER', uuid()),
  /** A desk's number that is answered, as `312-555-0142`: never a person's own. */
  phone: open('OPER', coded()),
  /** Whether patients, families and staff can write to this facility without an account. */
  acceptsConcerns: open('OPER', flag()),
});

export const organizationCatalogue = [organizationRegistered, facilityOpened, unitOpened, publicContactSet] as const;
export type OrganizationEvent = EventOf<(typeof organizationCatalogue)[number]>;
