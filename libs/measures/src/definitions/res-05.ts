import type { Definition } from './definition.js';
import { NO_PATIENT, VOIDED, WITHDRAWN } from './exclusions.js';

export const res05: Definition = {
  id: 'RES-05',
  version: 1,
  name: 'Time to resolution',
  numerator:
    'Cases that were resolved within 180 calendar days of the activation; days of a pause that the patient asked for do not count',
  denominator: 'Activated resolution cases that were resolved, or whose limit has passed',
  exclusions: [VOIDED, WITHDRAWN, NO_PATIENT],
  exceptions: [
    { code: 'on-hold', says: 'It stands still since the patient asked for it, by the limit: until it goes on.' },
  ],
  anchor: 'ResponseTeamActivated',
  limit: { clock: 'CALENDAR_DAYS', amount: 180 },
  periods: ['quarter', 'month'],
  target: 0.8,
  basis: 'domain.md 2.3, S18, S20; the median that is aimed at is 120 days',
};
