/** The supporting counts (domain.md 2.3), without a target: of the whole there, and of each of its parts. */
export const COUNTS = [
  'harm-events',
  'workforce-harm',
  'near-misses',
  'staff-feedback',
  'pso-submissions',
  'safety-event-turns',
  'concerns',
  'concern-turns',
  'first-talk-times',
  'determination-times',
  'offer-times',
  'resolution-times',
] as const;
export type CountId = (typeof COUNTS)[number];

export const COUNT_PERIODS = ['month', 'quarter', 'year'] as const;
export type CountPeriod = (typeof COUNT_PERIODS)[number];

/** What a count is split by. The parts of a split make up the whole: each counted one is in exactly one of them. */
export const SPLITS = [
  'severity',
  'type',
  'source',
  'class',
  'kind',
  'feedback',
  'turn',
  'category',
  'channel',
  'language',
  'conversion',
  'grievance',
  'risk',
] as const;
export type Split = (typeof SPLITS)[number];
