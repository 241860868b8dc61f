import type { Definition } from './definition.js';
import { MERGED, NO_PATIENT, VOIDED } from './exclusions.js';

export const gov01: Definition = {
  id: 'GOV-01',
  version: 2,
  name: 'Leaders told',
  numerator: 'Serious safety events of which both C-suite and board were told within 3 business days of confirmation',
  denominator: 'Confirmed serious safety events',
  exclusions: [VOIDED, MERGED, NO_PATIENT],
  exceptions: [],
  anchor: 'SafetyEventConfirmed',
  limit: { clock: 'BUSINESS_DAYS', amount: 3 },
  calendar: { id: 'us-federal', version: '2021-06-17' },
  periods: ['quarter', 'month'],
  target: 1,
  basis: 'domain.md 2.3, S25 (PSSM 1E)',
};
