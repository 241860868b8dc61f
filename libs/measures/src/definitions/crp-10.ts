import type { Definition } from './definition.js';
import { NO_PATIENT, VOIDED } from './exclusions.js';

export const crp10: Definition = {
  id: 'CRP-10',
  version: 1,
  name: 'Caregiver support offered',
  numerator: 'Of them, those to whom support was offered within 24 hours',
  denominator: 'Staff who were identified as involved in a safety event with an activated resolution case',
  exclusions: [
    VOIDED,
    NO_PATIENT,
    { code: 'not-of-this-facility', says: 'Neither employed nor credentialed nor under contract at the facility.' },
    { code: 'entered-in-error', says: 'They were not involved after all, or are cared for under another record.' },
  ],
  exceptions: [],
  anchor: 'InvolvedStaffIdentified',
  limit: { clock: 'HOURS', amount: 24 },
  periods: ['month', 'quarter'],
  confidential: true,
  target: 1,
  basis: 'domain.md 2.3, S10, S41; INV-29',
};
