import type { ActivateResponseTeam, AssignLiaison, HandOverCase } from './activation.rules.js';
import { liaisons, SOMEBODY } from './probed.js';
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
  AssignLiaison: (resolutionCase, asking) =>
    liaisons(resolutionCase, asking).map((one) => ({ ...one, by: asking.by, role: asking.role })),
  HandOverCase: ({ members }, { by, role }) => [...members, SOMEBODY].map((to) => ({ to, by, role })),
};
