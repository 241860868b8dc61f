import type { Definition } from './definition.js';
import { MERGED, NO_PATIENT, VOIDED } from './exclusions.js';

export const crp03: Definition = {
  id: 'CRP-03',
  version: 1,
  name: 'Report in 30 minutes of discovery',
  numerator: 'Harm that was reported within 30 minutes of its discovery',
  denominator:
    'Confirmed incidents with harm mild or worse, as it was rated last, that staff discovered at a time known to the minute',
  exclusions: [
    VOIDED,
    MERGED,
    NO_PATIENT,
    { code: 'patient-sourced', says: 'Patients or families told of it: they owe nobody a report.' },
    { code: 'outside-sourced', says: 'Another organization, a regulator or the media told of it.' },
    {
      code: 'retrospective',
      says: 'Discovered retrospectively: by a claim, or by chart review more than 30 days after it happened.',
    },
    {
      code: 'discovery-imprecise',
      says: 'The discovery is known to the hour, to the day, or as an estimate only: 30 minutes cannot be judged by that.',
    },
  ],
  exceptions: [],
  anchor: 'SafetyEventReported.discoveredAt',
  limit: { clock: 'MINUTES', amount: 30 },
  periods: ['month', 'quarter'],
  target: 0.8,
  basis: 'domain.md 2.3, S14',
};
