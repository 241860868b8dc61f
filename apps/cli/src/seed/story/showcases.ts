import type { CasePlan } from './case.plan.js';
import type { SafetyEventPlan } from './safety-event.plan.js';
import { DAY, HOUR, MINUTE } from './step.js';

/** A safety event that is told by hand, in one of the organizations. */
export interface Showcase {
  readonly organization: string;
  planOf(until: number): SafetyEventPlan;
  /** What is otherwise in its case than chance has it. */
  changes?(course: CasePlan): CasePlan;
}

/** The last step of every story: a case is asked for, and nobody has answered yet. */
export const LAST = 'riverside-today eligibility';

const ST_MARY = {
  facility: 'St. Mary Hospital',
  units: ['4 West', 'Emergency Department', 'Operating Rooms', 'Labor and Delivery', 'Intensive Care'],
};

const told = (
  plan: Omit<SafetyEventPlan, 'happenedAt' | 'reportedAt'>,
  daysAgo: number,
  changes?: Showcase['changes'],
): Showcase => ({
  organization: 'riverside',
  ...(changes && { changes }),
  planOf: (until) => ({
    ...plan,
    byHand: true,
    reportedAt: until - daysAgo * DAY,
    happenedAt: until - daysAgo * DAY - HOUR,
  }),
});

const fall = {
  site: ST_MARY,
  unit: '4 West',
  eventClass: 'incident',
  category: 'fall',
  harmed: 'patient',
  harm: 'severe',
  source: 'staff_report',
} as const;

/** Cases to look at: a fall, a death with an executor, a birth with Spanish-speaking parents, and what is open today. */
export const SHOWCASES: readonly Showcase[] = [
  told(
    {
      ...fall,
      key: 'riverside-ana-ruiz',
      patientRef: 'MRN-0042',
      narrative:
        'Mrs. Ruiz slipped on the wet floor beside bed 12 on 4 West and broke her hip. The floor had been wiped, the sign stood on the other side of the bed.',
    },
    160,
  ),
  told(
    {
      ...fall,
      key: 'riverside-executor',
      unit: 'Intensive Care',
      category: 'medication',
      harm: 'death',
      source: 'mortality_review',
      patientRef: 'MRN-0077',
      narrative:
        'Mr. Hale died two days after heparin was restarted at the old rate. His daughter is his executor and asks what happened.',
    },
    120,
  ),
  told(
    {
      ...fall,
      key: 'riverside-birth',
      unit: 'Labor and Delivery',
      category: 'perinatal',
      source: 'patient_in_person',
      patientRef: 'MRN-0091',
      narrative:
        'Los padres preguntan por qué nadie vino cuando el monitor avisó. El recién nacido está en cuidados intensivos.',
    },
    75,
    (course) => ({ ...course, speaks: 'Spanish', standsFor: 'parent', patientName: 'Recién nacido Ejemplo' }),
  ),
  told(
    {
      ...fall,
      key: 'riverside-not-reached',
      harm: 'moderate',
      patientRef: 'MRN-0095',
      narrative:
        'Fell on the way to the bathroom the night before going home; the broken wrist was seen after discharge.',
    },
    1.6,
    ({ talkedAt: _talked, requestedAt, ...course }) => ({
      ...course,
      requestedAt,
      activatedAt: requestedAt + 15 * MINUTE,
      tried: { at: [requestedAt + HOUR, requestedAt + 2 * DAY, requestedAt + 6 * DAY], why: 'unreachable' },
    }),
  ),
  told(
    {
      ...fall,
      key: 'riverside-team-only',
      unit: 'Operating Rooms',
      category: 'surgery_anesthesia',
      patientRef: 'MRN-0097',
      narrative: 'A sponge was left behind and found on the film after closure. The patient is still asleep.',
    },
    0.45,
    (course) => ({ ...course, activatedAt: course.requestedAt + 12 * MINUTE, talkedAt: course.requestedAt + 2 * DAY }),
  ),
  told(
    {
      ...fall,
      key: 'riverside-today',
      unit: 'Emergency Department',
      category: 'other',
      harm: 'moderate',
      patientRef: 'MRN-0099',
      narrative: 'The CT of last night showed the bleeding; it was read this morning. The patient is in surgery now.',
    },
    0.2,
  ),
];
