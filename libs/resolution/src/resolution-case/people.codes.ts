/** Who stands for a patient, and what came to pass with them (domain.md 7.8, 8.16; HIPAA 45 CFR 164.502(g), 164.510(b)). */

/** What somebody is to the patient. */
export const RELATIONS = [
  'spouse_or_partner',
  'parent',
  'child',
  'sibling',
  'other_relative',
  'friend',
  'guardian',
  'attorney_in_fact',
  'executor',
  'administrator',
  'counsel',
  'other',
] as const;
export type Relation = (typeof RELATIONS)[number];

/** Decides for the patient, or is involved in their care and may hear what concerns it. */
export const AUTHORITIES = ['decides', 'involved'] as const;
export type Authority = (typeof AUTHORITIES)[number];

/** What an authority rests on. */
export const AUTHORITY_BASES = [
  'patient_named_them',
  'health_care_proxy',
  'parent_of_minor',
  'guardianship_order',
  'court_order',
  'executor_of_estate',
  'administrator_of_estate',
  'next_of_kin',
  'patient_did_not_object',
] as const;
export type AuthorityBasis = (typeof AUTHORITY_BASES)[number];

/** On these an estate is settled: nobody else may after a death (domain.md 8.16). */
export const ESTATE_BASES: readonly AuthorityBasis[] = ['executor_of_estate', 'administrator_of_estate', 'court_order'];

/** These stand for a patient only while the patient cannot decide (domain.md 8.16: a proxy while capacity is lacking). */
export const STAND_IN_BASES: readonly AuthorityBasis[] = ['health_care_proxy', 'next_of_kin'];

/** Why somebody no longer stands for the patient. */
export const REPRESENTATION_ENDS = [
  'patient_wish',
  'own_wish',
  'suspected_cause_of_harm',
  'court_order',
  'recorded_in_error',
] as const;
export type RepresentationEnd = (typeof REPRESENTATION_ENDS)[number];

/** Whether the patient can decide for themselves. */
export const CAPACITIES = ['has', 'lacks'] as const;
export type Capacity = (typeof CAPACITIES)[number];

/** What asks for a new look at who may decide (domain.md 8.15, process 7). */
export const RECHECK_REASONS = [
  'patient_died',
  'majority_reached',
  'capacity_lost',
  'capacity_regained',
  'representative_ended',
  'relatives_disagree',
  'cases_merged',
] as const;
export type RecheckReason = (typeof RECHECK_REASONS)[number];

/** What people need after harm, and what they are offered (domain.md 1.2). */
export const NEEDS = [
  'emotional_support',
  'spiritual_care',
  'clinical_follow_up',
  'second_opinion',
  'interpreter',
  'disability_access',
  'transport',
  'lodging',
  'meals',
  'child_care',
  'financial_hardship',
  'funeral',
  'records',
  'none_named',
] as const;
export type Need = (typeof NEEDS)[number];

/** What a patient does not want: to be told, to take part in the review, or the program as a whole. */
export const DECLINED_SCOPES = ['disclosure', 'review', 'program'] as const;
export type DeclinedScope = (typeof DECLINED_SCOPES)[number];

/** For now, with one later offer; or for good. */
export const DECLINED_FOR = ['now', 'good'] as const;
export type DeclinedFor = (typeof DECLINED_FOR)[number];
