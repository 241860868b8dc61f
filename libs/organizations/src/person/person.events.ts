import { code, type EventOf, eventType, open, optional, ROLES, sealed, text, uuid } from '#kernel/core';

export const personRegistered = eventType('PersonRegistered', 1, { name: sealed('OPER', text(200)) });

export const roleGranted = eventType('RoleGranted', 1, {
  role: open('OPER', code(ROLES)),
  grantedBy: open('OPER', uuid()),
});

export const roleWithdrawn = eventType('RoleWithdrawn', 1, {
  role: open('OPER', code(ROLES)),
  withdrawnBy: open('OPER', uuid()),
});

/** Where the person is reached. Without an email they are reached in the application alone. */
export const personContactsChanged = eventType('PersonContactsChanged', 1, {
  email: optional(sealed('IDENT', text(254))),
  changedBy: open('OPER', uuid()),
});

export const personCatalogue = [personRegistered, personContactsChanged, roleGranted, roleWithdrawn] as const;
export type PersonEvent = EventOf<(typeof personCatalogue)[number]>;
