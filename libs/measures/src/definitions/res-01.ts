import type { Definition } from './definition.js';
import { NO_PATIENT, VOIDED, WITHDRAWN } from './exclusions.js';

export const res01: Definition = {
  id: 'RES-01',
  version: 1,
  name: 'Care determination made',
  numerator: 'Cases whose care was determined within 90 days of the activation; "undetermined" decides nothing',
  denominator: 'Activated resolution cases, those of merged safety events too',
  exclusions: [VOIDED, WITHDRAWN, NO_PATIENT],
  exceptions: [
    { code: 'patient-pause', says: 'The patient asked for a pause, or needed one, recorded within the limit.' },
    { code: 'record-pending', says: 'A medical examiner’s record was pending, recorded within the limit.' },
  ],
  anchor: 'ResponseTeamActivated',
  limit: { clock: 'CALENDAR_DAYS', amount: 90 },
  periods: ['quarter', 'month'],
  target: 0.85,
  basis: 'domain.md 2.3, S18',
};
