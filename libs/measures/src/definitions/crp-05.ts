import type { Definition } from './definition.js';
import { NO_ANCHOR, NO_PATIENT, RETROSPECTIVE, VOIDED, WITHDRAWN } from './exclusions.js';

const firstTalk = {
  version: 2,
  denominator: 'Activated resolution cases; those of merged safety events by the earliest identification of any',
  exclusions: [VOIDED, WITHDRAWN, NO_PATIENT, NO_ANCHOR, RETROSPECTIVE],
  exceptions: [
    {
      code: 'unable',
      says: 'The patient was unable and no representative reachable, recorded within the limit.',
    },
  ],
  anchor: 'CandorEventIdentified',
  periods: ['month', 'quarter'],
} as const;

export const crp05a: Definition = {
  ...firstTalk,
  id: 'CRP-05a',
  name: 'First communication in 60 minutes',
  numerator: 'Cases whose first talk with patient or family was held within 60 minutes of the identification',
  limit: { clock: 'MINUTES', amount: 60 },
  target: 0.9,
  basis: 'domain.md 2.3, S10',
};

export const crp05b: Definition = {
  ...firstTalk,
  id: 'CRP-05b',
  name: 'First communication in 24 hours',
  numerator: 'Cases whose first talk with patient or family was held within 24 hours of the identification',
  limit: { clock: 'HOURS', amount: 24 },
  target: 0.98,
  basis: 'domain.md 2.3',
};
