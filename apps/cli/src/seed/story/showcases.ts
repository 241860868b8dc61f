import type { SafetyEventPlan } from './safety-event.plan.js';
import { DAY, HOUR } from './step.js';

/** A safety event that is told by hand, in one of the organizations. */
export interface Showcase {
  readonly organization: string;
  planOf(until: number): SafetyEventPlan;
}

const ST_MARY = {
  facility: 'St. Mary Hospital',
  units: ['4 West', 'Emergency Department', 'Operating Rooms', 'Labor and Delivery', 'Intensive Care'],
};

const told = (plan: Omit<SafetyEventPlan, 'happenedAt' | 'reportedAt'>, daysAgo: number): Showcase => ({
  organization: 'riverside',
  planOf: (until) => ({
    ...plan,
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

/** Cases to look at: a fall that was told of well, a death with an executor, a birth with Spanish-speaking parents, one of today. */
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
