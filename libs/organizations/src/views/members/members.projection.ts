import { streamId } from '#kernel/core';
import { neededRef, sealedRef } from '#kernel/privacy';
import { projection } from '#kernel/readers';
import type { PersonEvent } from '../../person/person.events.js';
import { MemberRow } from './members.row.js';

export const members = projection<MemberRow, PersonEvent>({
  name: 'organizations.members',
  version: 1,
  row: MemberRow,
  key: ({ stream }) => streamId(stream),
  on: {
    PersonRegistered: (event) => ({ name: neededRef(event, 'name'), roles: [], position: event.position }),
    PersonContactsChanged: (event, row) =>
      row && { ...row, email: sealedRef(event, 'email'), position: event.position },
    RoleGranted: ({ data, position }, row) => row && { ...row, roles: [...row.roles, data.role], position },
    RoleWithdrawn: ({ data, position }, row) =>
      row && { ...row, roles: row.roles.filter((role) => role !== data.role), position },
  },
});
