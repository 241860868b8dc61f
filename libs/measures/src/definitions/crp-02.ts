import type { Definition } from './definition.js';
import { NO_ANCHOR, NO_PATIENT, RETROSPECTIVE, VOIDED, WITHDRAWN } from './exclusions.js';

export const crp02: Definition = {
  id: 'CRP-02',
  version: 2,
  name: 'Activation in 30 minutes',
  numerator: 'Cases whose response team was activated within 30 minutes of the identification',
  denominator: 'Activated resolution cases; those of merged safety events by the earliest identification of any',
  exclusions: [VOIDED, WITHDRAWN, NO_PATIENT, NO_ANCHOR, RETROSPECTIVE],
  exceptions: [],
  anchor: 'CandorEventIdentified',
  limit: { clock: 'MINUTES', amount: 30 },
  periods: ['month', 'quarter'],
  target: 0.9,
  basis: 'domain.md 2.3, S13',
};
