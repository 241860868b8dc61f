import type { CodeList, ListedCode } from './code-list.codes.js';

/**
 * Answers of the Patient Information Form that our events keep as codes. The words are the standards' that the form
 * follows (OMB 1997; age bands of the form); the answer lists of the form itself could not be read, so all are from memory.
 */
const patient = (part: string, title: string, codes: readonly Omit<ListedCode, 'status'>[]): CodeList => ({
  id: `ahrq-cfer-h-v1.2/${part}`,
  title: `Common Formats Hospital 1.2: ${title}`,
  version: '1.2/1',
  owner: 'Agency for Healthcare Research and Quality; LOINC codes: Regenstrief Institute',
  source: 'Patient Information Form (LOINC panel 74502-6) and the OMB standard of 1997',
  licence: 'Common Formats: public domain. LOINC codes: LOINC licence, see NOTICE',
  codes: codes.map((code) => ({ ...code, status: 'memory' })),
});

/** LOINC 74693-3. */
export const races = patient('race', 'race', [
  { code: 'american-indian-alaska-native', loinc: 'LA10608-0' },
  { code: 'asian', loinc: 'LA6156-9' },
  { code: 'black-african-american', loinc: 'LA10610-6' },
  { code: 'native-hawaiian-pacific-islander', loinc: 'LA10611-4' },
  { code: 'white', loinc: 'LA4457-3' },
  { code: 'other', loinc: 'LA46-8' },
  { code: 'unknown', loinc: 'LA4489-6' },
]);

/** LOINC 74694-1. */
export const ethnicities = patient('ethnicity', 'Hispanic or Latino', [
  { code: 'hispanic-latino', loinc: 'LA6214-6' },
  { code: 'not-hispanic-latino', loinc: 'LA6215-3' },
  { code: 'unknown', loinc: 'LA4489-6' },
]);

/** LOINC 74698-2, of the event reporting form. */
export const sexes = patient('sex', 'gender, as the form names it', [
  { code: 'female', loinc: 'LA3-6' },
  { code: 'male', loinc: 'LA2-8' },
  { code: 'other', loinc: 'LA46-8' },
  { code: 'unknown', loinc: 'LA4489-6' },
]);

/** LOINC 74500-0. */
export const ageBands = patient('age', 'age at the event', [
  { code: 'neonate', display: '0 to 28 days' },
  { code: 'infant', display: 'over 28 days, under 1 year' },
  { code: 'child', display: '1 to 12 years' },
  { code: 'adolescent', display: '13 to 17 years' },
  { code: 'adult-18-64' },
  { code: 'adult-65-74' },
  { code: 'adult-75-84' },
  { code: 'adult-85-plus' },
  { code: 'unknown' },
]);
