import type { Definition } from './definition.js';
import { NO_PATIENT, VOIDED, WITHDRAWN } from './exclusions.js';

export const res02: Definition = {
  id: 'RES-02',
  version: 1,
  name: 'Insurer referral',
  numerator: 'Cases that were referred to the insurer, whenever',
  denominator:
    'Cases whose care stands as unreasonable, all three criteria met, or of which a written claim was received',
  exclusions: [VOIDED, WITHDRAWN, NO_PATIENT, { code: 'self-funded', says: 'There is no insurer to refer to.' }],
  exceptions: [],
  anchor: 'CareDeterminationMade or ClaimReceived, the first of both',
  periods: ['quarter', 'month'],
  target: 1,
  basis: 'domain.md 2.3, S15, S17',
};
