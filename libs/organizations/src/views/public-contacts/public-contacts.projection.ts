import { projection } from '#kernel/readers';
import type { OrganizationEvent } from '../../organization/organization.events.js';
import { PublicContactRow } from './public-contacts.row.js';

type ContactEvent = Extract<OrganizationEvent, { type: 'FacilityOpened' | 'PublicContactSet' }>;

export const publicContacts = projection<PublicContactRow, ContactEvent>({
  name: 'organizations.public-contacts',
  version: 1,
  row: PublicContactRow,
  key: ({ data }) => data.facilityId,
  on: {
    FacilityOpened: ({ data: { name }, position }) => ({ name, acceptsConcerns: false, position }),
    PublicContactSet: ({ data: { phone, acceptsConcerns }, position }, row) =>
      row && { ...row, phone, acceptsConcerns, position },
  },
});
