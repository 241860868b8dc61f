import type { AgeBand, AssessmentTiming, Ethnicity, HarmDuration, Race, Sex } from '../safety-event/patient.codes.js';
import type { Category, EventClass, HarmSeverity } from '../safety-event/safety-event.codes.js';
import { assessmentTimings, harmScale } from '../taxonomies/cfer-h.codes.js';
import type { CodeList } from '../taxonomies/code-list.codes.js';

/** Our code beside the format's answer, in the order of the format's list. */
export type Words<T extends string = string> = readonly (readonly [own: T, answer: string])[];

const same = <T extends string>(codes: readonly T[]): Words<T> =>
  codes.map((code) => [code, code.replaceAll('_', '-')] as const);

/** The answer by its LOINC code, where its list was read. */
const loinc = <T extends string>(list: CodeList, words: Words<T>): Words<T> =>
  words.map(([own, word]) => {
    const answer = list.codes.find(({ code }) => code === word)?.loinc;
    if (!answer) throw new Error(`The list ${list.id} has no LOINC answer for ${word}`);
    return [own, answer] as const;
  });

export const reportTypeWords: Words<EventClass> = same(['incident', 'near_miss', 'unsafe_condition']);

/** Workforce safety is no category of the format: it is about patients. */
export const categoryWords: Words<Category> = [
  ['blood', 'blood'],
  ['device', 'device'],
  ['fall', 'fall'],
  ['infection', 'infection'],
  ['medication', 'substance'],
  ['perinatal', 'perinatal'],
  ['pressure_ulcer', 'ulcer'],
  ['surgery_anesthesia', 'surgery'],
  ['venous_thromboembolism', 'embolism'],
  ['other', 'other'],
];

export const harmWords: Words<HarmSeverity> = loinc(harmScale, [
  ['death', 'death'],
  ['severe', 'severe'],
  ['moderate', 'moderate'],
  ['mild', 'mild'],
  ['no_harm', 'none'],
  ['unknown', 'unknown'],
]);

export const timingWords: Words<AssessmentTiming> = loinc(assessmentTimings, [
  ['within_24h', 'within-24h'],
  ['after_24h_before_3d', 'after-24h-before-3d'],
  ['after_3d', '3d-or-later'],
  ['unknown', 'unknown'],
]);

/** The answer codes of these lists are from memory: their words leave, no code that might be wrong. */
export const durationWords: Words<HarmDuration> = same(['permanent', 'temporary', 'unknown']);
export const raceWords: Words<Race> = same([
  'american_indian_alaska_native',
  'asian',
  'black_african_american',
  'native_hawaiian_pacific_islander',
  'white',
  'other',
  'unknown',
]);
export const ethnicityWords: Words<Ethnicity> = same(['hispanic_latino', 'not_hispanic_latino', 'unknown']);
export const sexWords: Words<Sex> = same(['female', 'male', 'other', 'unknown']);
export const ageWords: Words<AgeBand> = same([
  'neonate',
  'infant',
  'child',
  'adolescent',
  'adult_18_64',
  'adult_65_74',
  'adult_75_84',
  'adult_85_plus',
  'unknown',
]);
export const yesNoWords: Words<'yes' | 'no' | 'unknown'> = same(['yes', 'no', 'unknown']);

/** The format's answer for a code of ours. */
export const answerOf = <T extends string>(words: Words<T>, own: T | undefined): string | undefined =>
  words.find(([one]) => one === own)?.[1];

/** Our code for an answer, or nothing where the list has no such answer. */
export const ownOf = <T extends string>(words: Words<T>, answer: string): T | undefined =>
  words.find(([, one]) => one === answer)?.[0];
