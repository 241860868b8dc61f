import type { Definition } from './definition.js';
import { MERGED, QUARANTINED, SPAM, UNREACHABLE } from './exclusions.js';

export const pc01: Definition = {
  id: 'PC-01',
  version: 1,
  name: 'Concern acknowledged',
  numerator:
    'Concerns that a person acknowledged within 2 business days of their submission; a receipt by itself is none',
  denominator: 'Concerns whose submitter can be reached',
  exclusions: [SPAM, QUARANTINED, MERGED, UNREACHABLE],
  exceptions: [],
  anchor: 'ConcernSubmitted',
  limit: { clock: 'BUSINESS_DAYS', amount: 2 },
  calendar: { id: 'us-federal', version: '2021-06-17' },
  periods: ['month', 'quarter'],
  target: 0.95,
  basis: 'domain.md 2.3',
};
