import { projection } from '#kernel/readers';
import type { OnCallEvent } from '../../on-call/on-call.events.js';
import { OnCallRow } from './on-call.row.js';

export const onCall = projection<OnCallRow, OnCallEvent>({
  name: 'organizations.on-call',
  version: 1,
  row: OnCallRow,
  key: ({ data }) => data.shiftId,
  on: {
    OnCallAssigned: ({ data: { duty, personId, from, until }, position }) => ({
      duty,
      person: personId,
      from,
      until,
      released: false,
      position,
    }),
    OnCallReleased: ({ position }, row) => row && { ...row, released: true, position },
  },
});
