import { streamId } from '#kernel/core';
import { projection } from '#kernel/readers';
import type { OrganizationEvent } from '../../organization/organization.events.js';
import { FacilityRow } from './facilities.row.js';

export const facilities = projection<FacilityRow, OrganizationEvent>({
  name: 'organizations.facilities',
  version: 1,
  row: FacilityRow,
  key: ({ data, stream }) => ('facilityId' in data ? data.facilityId : streamId(stream)),
  on: {
    FacilityOpened: ({ data, occurredAt, position }) => ({
      name: data.name,
      zone: data.zone,
      holidayCalendar: data.holidayCalendar,
      careSetting: data.careSetting,
      ccn: data.ccn,
      units: [],
      openedAt: occurredAt,
      position,
    }),
    UnitOpened: ({ data, position }, row) =>
      row && { ...row, units: [...row.units, { id: data.unitId, name: data.name }], position },
  },
});
