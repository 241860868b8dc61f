import type { Definition } from './definition.js';
import { MERGED, QUARANTINED, SPAM, UNREACHABLE } from './exclusions.js';

export const pc02: Definition = {
  id: 'PC-02',
  version: 1,
  name: 'Grievance answered',
  numerator: 'Grievances that were answered in writing within 7 calendar days of the day on which they were received',
  denominator: 'Concerns that are classified as grievances, whenever that was found',
  exclusions: [SPAM, QUARANTINED, MERGED, UNREACHABLE],
  exceptions: [
    { code: 'delay-notice', says: 'A notice that more time is needed was sent in writing, recorded within the limit.' },
  ],
  anchor: 'ConcernSubmitted.receivedAt',
  limit: { clock: 'CALENDAR_DAYS', amount: 7 },
  periods: ['month', 'quarter'],
  targetMeanDays: 7,
  basis: 'domain.md 2.3 (42 CFR 482.13)',
};
