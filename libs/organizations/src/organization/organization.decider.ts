import { type Decider, type DomainCommand, refuse, title, unreachable } from '#kernel/core';
import type { CareSetting, HolidayCalendar, OrganizationEvent } from './organization.events.js';

type RegisterOrganization = DomainCommand<'RegisterOrganization', { name: string }>;
type OpenFacility = DomainCommand<
  'OpenFacility',
  {
    facilityId: string;
    name: string;
    zone: string;
    holidayCalendar: HolidayCalendar;
    careSetting: CareSetting;
    ccn?: string;
  }
>;
type OpenUnit = DomainCommand<'OpenUnit', { unitId: string; facilityId: string; name: string }>;
type SetPublicContact = DomainCommand<
  'SetPublicContact',
  { facilityId: string; phone: string; acceptsConcerns: boolean }
>;
export type OrganizationCommand = RegisterOrganization | OpenFacility | OpenUnit | SetPublicContact;

interface Organization {
  readonly registered: boolean;
  readonly facilities: readonly string[];
  readonly units: readonly string[];
}

const CCN = /^[0-9A-Z]{6}$/;
/** Digits, with single blanks, dots or hyphens between them. */
const PHONE = /^\d(?:[ .-]?\d){6,19}$/;

const decide = (command: OrganizationCommand, organization: Organization): readonly OrganizationEvent[] => {
  if ('name' in command.data) named(command.data.name);
  switch (command.type) {
    case 'RegisterOrganization':
      if (organization.registered) return refuse('organization/already-registered', 'This organization is registered.');
      return [{ type: 'OrganizationRegistered', data: command.data }];
    case 'OpenFacility': {
      registered(organization);
      const { facilityId, zone, ccn } = command.data;
      notOpen(organization.facilities, facilityId, 'facilityId');
      if (!isZone(zone)) return refuse('organization/unknown-zone', `${zone} is no IANA time zone.`, 'zone');
      if (ccn !== undefined && !CCN.test(ccn))
        return refuse('organization/ccn-malformed', 'A CMS Certification Number has six letters or digits.', 'ccn');
      return [{ type: 'FacilityOpened', data: command.data }];
    }
    case 'OpenUnit':
      known(organization, command.data.facilityId);
      notOpen(organization.units, command.data.unitId, 'unitId');
      return [{ type: 'UnitOpened', data: command.data }];
    case 'SetPublicContact':
      known(organization, command.data.facilityId);
      if (!PHONE.test(command.data.phone))
        return refuse('organization/phone-malformed', 'A phone number has 7 to 20 digits, as 312-555-0142.', 'phone');
      return [{ type: 'PublicContactSet', data: command.data }];
    default:
      return unreachable(command);
  }
};

const named = (name: string): void => {
  const problem = name.trim() === '' ? 'must not be blank' : title().problem(name);
  if (problem) refuse('organization/name-malformed', `The name ${problem}.`, 'name');
};

const registered = (organization: Organization): void => {
  if (!organization.registered) refuse('organization/not-found', 'There is no such organization.');
};

/** A facility of another organization is simply unknown (INV-06). */
const known = (organization: Organization, facilityId: string): void => {
  registered(organization);
  if (!organization.facilities.includes(facilityId))
    refuse('organization/unknown-facility', 'This organization has no such facility.', 'facilityId');
};

/** An id stands for one place, once. */
const notOpen = (places: readonly string[], id: string, field: string): void => {
  if (places.includes(id)) refuse('organization/already-open', 'A place with this id is open already.', field);
};

const isZone = (zone: string): boolean => {
  try {
    return zone.includes('/') && Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
  } catch {
    return false;
  }
};

const evolve = (organization: Organization, event: OrganizationEvent): Organization => {
  switch (event.type) {
    case 'OrganizationRegistered':
      return { ...organization, registered: true };
    case 'FacilityOpened':
      return { ...organization, facilities: [...organization.facilities, event.data.facilityId] };
    case 'UnitOpened':
      return { ...organization, units: [...organization.units, event.data.unitId] };
    case 'PublicContactSet':
      return organization;
    default:
      return unreachable(event);
  }
};

export const organizationDecider: Decider<Organization, OrganizationCommand, OrganizationEvent> = {
  category: 'organization',
  initialState: { registered: false, facilities: [], units: [] },
  decide,
  evolve,
};
