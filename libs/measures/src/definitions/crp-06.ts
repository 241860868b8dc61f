import type { Definition } from './definition.js';
import { NO_PATIENT, VOIDED, WITHDRAWN } from './exclusions.js';

export const crp06: Definition = {
  id: 'CRP-06',
  version: 1,
  name: 'Liaison named',
  numerator: 'Cases with a liaison whom the patient can reach, named by the time of the first talk',
  denominator: 'Activated resolution cases with a first talk',
  exclusions: [VOIDED, WITHDRAWN, NO_PATIENT],
  exceptions: [],
  anchor: 'InitialDisclosureHeld',
  periods: ['month', 'quarter'],
  target: 1,
  basis: 'domain.md 2.3, S10',
};
