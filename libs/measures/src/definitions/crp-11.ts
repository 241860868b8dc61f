import type { Definition } from './definition.js';
import { NO_PATIENT, VOIDED, WITHDRAWN } from './exclusions.js';

export const crp11: Definition = {
  id: 'CRP-11',
  version: 2,
  name: 'Billing hold in time',
  numerator: 'Cases whose billing hold was placed within one business day of the activation',
  denominator: 'Activated resolution cases with a billable encounter, those of merged safety events too',
  exclusions: [
    VOIDED,
    WITHDRAWN,
    NO_PATIENT,
    { code: 'no-charge', says: 'No charge was possible.' },
    { code: 'billability-unknown', says: 'Whether there is a charge is not established yet; held apart until it is.' },
  ],
  exceptions: [],
  anchor: 'ResponseTeamActivated',
  limit: { clock: 'BUSINESS_DAYS', amount: 1 },
  calendar: { id: 'us-federal', version: '2021-06-17' },
  periods: ['month', 'quarter'],
  target: 1,
  basis: 'domain.md 2.3, S41',
};
