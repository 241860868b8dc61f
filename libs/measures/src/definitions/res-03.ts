import type { Definition } from './definition.js';
import { NO_PATIENT, VOIDED, WITHDRAWN } from './exclusions.js';

export const res03: Definition = {
  id: 'RES-03',
  version: 1,
  name: 'Offer made',
  numerator: 'Cases in which an offer, of money or not, was made within 180 days of the activation',
  denominator: 'Cases whose care stands as unreasonable, all three criteria met',
  exclusions: [VOIDED, WITHDRAWN, NO_PATIENT],
  exceptions: [
    { code: 'refused-talks', says: 'The patient wanted no such program, recorded within the limit.' },
    { code: 'suit-first', says: 'A suit was filed before any offer, recorded within the limit.' },
  ],
  anchor: 'ResponseTeamActivated',
  limit: { clock: 'CALENDAR_DAYS', amount: 180 },
  periods: ['quarter', 'month'],
  target: 0.9,
  basis: 'domain.md 2.3, S14, S17',
};
