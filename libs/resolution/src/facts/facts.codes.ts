/** Where a kept fact comes from. The last four are privileged or confidential: a fact of theirs is never kept (INV-04, INV-24, INV-29). */
export const FACT_SOURCES = [
  'medical_record',
  'chart_note',
  'lab_or_imaging',
  'device_or_log',
  'policy_or_protocol',
  'patient_or_family_account',
  'staff_account_outside_review',
  'peer_review',
  'patient_safety_work_product',
  'legal_advice',
  'caregiver_support',
] as const;
export type FactSource = (typeof FACT_SOURCES)[number];

export const PRIVILEGED_SOURCES: readonly FactSource[] = [
  'peer_review',
  'patient_safety_work_product',
  'legal_advice',
  'caregiver_support',
];

/** In what language something is written that the patient may read (BCP 47). */
export const LANGUAGES = ['en', 'es', 'zh', 'vi', 'ar', 'ru', 'other'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Why a fact is not kept any more, or not cleared any more. */
export const TAKEN_BACK = ['wrong', 'superseded', 'privileged_after_all', 'about_somebody_else'] as const;
export type TakenBack = (typeof TAKEN_BACK)[number];
