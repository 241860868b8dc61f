import type { OrganizationCommand } from './organization.decider.js';
import type { OrganizationEvent } from './organization.events.js';

export const stMary = '0192a000-0000-7000-8000-000000000010';
export const fourWest = '0192a000-0000-7000-8000-000000000011';

export const riversideRegistered: OrganizationEvent = {
  type: 'OrganizationRegistered',
  data: { name: 'Riverside Health' },
};

export const stMaryOpened = {
  type: 'FacilityOpened',
  data: {
    facilityId: stMary,
    name: 'St. Mary Hospital',
    zone: 'America/Chicago',
    holidayCalendar: 'us-federal',
    careSetting: 'hospital',
    ccn: '140001',
  },
} as const satisfies OrganizationEvent;

export const openStMary = { type: 'OpenFacility', data: stMaryOpened.data } as const satisfies OrganizationCommand;

export const stMaryContact = {
  type: 'PublicContactSet',
  data: { facilityId: stMary, phone: '312-555-0142', acceptsConcerns: true },
} as const satisfies OrganizationEvent;

export const fourWestOpened: OrganizationEvent = {
  type: 'UnitOpened',
  data: { unitId: fourWest, facilityId: stMary, name: '4 West' },
};
