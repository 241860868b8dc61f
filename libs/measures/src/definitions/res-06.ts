import type { Definition } from './definition.js';
import { NO_PATIENT, VOIDED, WITHDRAWN } from './exclusions.js';

export const res06: Definition = {
  id: 'RES-06',
  version: 1,
  name: 'Claim or suit after CRP',
  numerator: 'Cases with a written claim or a suit within 12 months of the activation',
  denominator: 'Resolution cases that were activated at least 12 months ago',
  exclusions: [
    VOIDED,
    WITHDRAWN,
    NO_PATIENT,
    { code: 'started-by-claim', says: 'A claim or an attorney’s letter brought the safety event to light.' },
  ],
  exceptions: [],
  anchor: 'ResponseTeamActivated',
  limit: { clock: 'MONTHS', amount: 12 },
  periods: ['year'],
  waits: true,
  lowerIsBetter: true,
  target: 0.05,
  basis: 'domain.md 2.3, S19: 5 % seen in Massachusetts',
};
