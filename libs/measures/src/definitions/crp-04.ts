import type { Definition } from './definition.js';
import { NO_PATIENT, VOIDED, WITHDRAWN } from './exclusions.js';

export const crp04: Definition = {
  id: 'CRP-04',
  version: 1,
  name: 'First communication made',
  numerator: 'Cases in which the first talk with patient or family was held, whenever',
  denominator: 'Activated resolution cases, those of merged safety events too',
  exclusions: [VOIDED, WITHDRAWN, NO_PATIENT],
  exceptions: [
    { code: 'declined', says: 'The patient and who stands for them declined.' },
    {
      code: 'unreachable',
      says: 'Nobody was reached: after at least 3 attempts in 2 ways over 5 days, which the record of it demands.',
    },
  ],
  anchor: 'ResponseTeamActivated',
  periods: ['month', 'quarter'],
  target: 1,
  basis: 'domain.md 2.3, S15',
};
