/** The measures that are counted here, by their ids in domain.md 2.3. CRP-05 has two limits and so two ids. */
export const MEASURES = [
  'CRP-01',
  'CRP-02',
  'CRP-03',
  'CRP-04',
  'CRP-05a',
  'CRP-05b',
  'CRP-06',
  'CRP-07',
  'CRP-10',
  'CRP-11',
  'RES-01',
  'RES-02',
  'RES-03',
  'RES-04',
  'RES-05',
  'RES-06',
  'PC-01',
  'PC-02',
  'GOV-01',
] as const;
export type MeasureId = (typeof MEASURES)[number];

/** What figures are rolled up by, in the facility's time zone. */
export const PERIOD_KINDS = ['month', 'quarter', 'year'] as const;
export type Kind = (typeof PERIOD_KINDS)[number];

/** Whose harm is counted. Patients make up HARM, SSE and ELIG; the workforce is counted apart, by the same rules. */
export const PEOPLE = ['patients', 'workforce'] as const;
export type People = (typeof PEOPLE)[number];

/** What a line of figures is of: the whole organization, a facility, or one severity, type or source of safety events. */
export const BREAKDOWNS = ['all', 'facility', 'harm', 'type', 'source'] as const;
export type Breakdown = (typeof BREAKDOWNS)[number];

/** Where a case stands for a measure at some time (domain.md 2.2, rules 2 and 3). */
export const STATUSES = ['met', 'failed', 'notMatured', 'exception', 'excluded'] as const;
export type Status = (typeof STATUSES)[number];

/** What is counted: safety events with their cases, or patients' and families' concerns. */
export const SUBJECT_KINDS = ['safety-event', 'concern'] as const;
export type SubjectKind = (typeof SUBJECT_KINDS)[number];
