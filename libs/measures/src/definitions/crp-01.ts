import type { Definition } from './definition.js';
import { MERGED, NO_PATIENT, VOIDED } from './exclusions.js';

export const crp01: Definition = {
  id: 'CRP-01',
  version: 2,
  name: 'CRP coverage',
  numerator: 'CRP-eligible events whose response team was activated',
  denominator: 'CRP-eligible events: incidents with a patient that were determined to be eligible and still are',
  exclusions: [
    VOIDED,
    MERGED,
    NO_PATIENT,
    { code: 'no-incident', says: 'Triage found that it reached nobody: a near miss or an unsafe condition.' },
    { code: 'transferred', says: 'Another organization had accepted it before a team was activated.' },
  ],
  exceptions: [],
  anchor: 'CrpEligibilityDetermined',
  periods: ['month', 'quarter'],
  target: 0.95,
  basis: 'domain.md 2.3, S15',
};
