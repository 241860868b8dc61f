import { code, type EventOf, eventType, open, ROLES, sealed, text, uuid } from '#kernel/core';

export const personRegistered = eventType('PersonRegistered', 1, { name: sealed('OPER', text(200)) });

export const roleGranted = eventType('RoleGranted', 1, {
  role: open('OPER', code(ROLES)),
  grantedBy: open('OPER', uuid()),
});

export const roleWithdrawn = eventType('RoleWithdrawn', 1, {
  role: open('OPER', code(ROLES)),
  withdrawnBy: open('OPER', uuid()),
});

export const personCatalogue = [personRegistered, roleGranted, roleWithdrawn] as const;
export type PersonEvent = EventOf<(typeof personCatalogue)[number]>;
