import type { Definition } from './definition.js';
import { NO_PATIENT, VOIDED, WITHDRAWN } from './exclusions.js';

export const crp07: Definition = {
  id: 'CRP-07',
  version: 1,
  name: 'Contact kept',
  numerator:
    'Cases in which no two contacts, from the first talk to the findings or the closing, whichever came first, were more ' +
    'than 14 calendar days apart, or more than the family asked for instead',
  denominator: 'Activated resolution cases with a first talk whose findings were told, or that were closed',
  exclusions: [
    VOIDED,
    WITHDRAWN,
    NO_PATIENT,
    { code: 'short', says: 'Findings or closing came less than 14 days after the first talk.' },
  ],
  exceptions: [],
  anchor: 'FindingsSharedWithPatient or ResolutionCaseClosed',
  periods: ['quarter', 'month'],
  target: 0.9,
  basis: 'domain.md 2.3 and 1.3; DL-13',
};
