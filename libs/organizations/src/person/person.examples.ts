import { secret } from '#kernel/core';
import type { PersonCommand } from './person.decider.js';
import type { PersonEvent } from './person.events.js';

export const rosa = '0192a000-0000-7000-8000-000000000021';
export const administrator = '0192a000-0000-7000-8000-000000000022';

export const rosaRegistered: PersonEvent = { type: 'PersonRegistered', data: { name: secret('Rosa Delgado') } };
export const rosaIsRiskManager: PersonEvent = {
  type: 'RoleGranted',
  data: { role: 'risk-manager', grantedBy: administrator },
};
export const makeRosaRiskManager = {
  type: 'GrantRole',
  data: { personId: rosa, role: 'risk-manager', by: administrator },
} as const satisfies PersonCommand;
