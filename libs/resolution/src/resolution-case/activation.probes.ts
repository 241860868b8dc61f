import type { ActivateResponseTeam, AssignLiaison, HandOverCase } from './activation.rules.js';
import { SOMEBODY } from './probed.js';
import type { Asking, Probes } from './resolution-case.rules.js';

/** Of a case that waits for its team. */
export const teamProbe = ({ by, role, at }: Asking): ActivateResponseTeam['data'] => ({
  members: [by],
  communicationLead: by,
  owner: by,
  billable: 'unknown',
  at,
  by,
  role,
});

/** Who works on the case, its liaison and its owner. */
export const activationProbes: Probes<AssignLiaison | HandOverCase> = {
  AssignLiaison: ({ members, people }, { by, role }) =>
    [...members, by, people.liaison ?? SOMEBODY, SOMEBODY].flatMap((liaison) =>
      [true, false].map((contactGiven) => ({ liaison, contactGiven, by, role })),
    ),
  HandOverCase: ({ members }, { by, role }) => [...members, SOMEBODY].map((to) => ({ to, by, role })),
};
