import type { CodeList, CodeStatus, ListedCode } from './code-list.codes.js';

/** What AHRQ gives away, and what Regenstrief asks of those who use its codes. */
const AHRQ = {
  version: '1.2/1',
  owner: 'Agency for Healthcare Research and Quality; LOINC codes: Regenstrief Institute',
  source: 'loinc.org pages of the panels 74495-3 and 74502-6 (LOINC 2.78), and HL7 QI-Core 2016 for words of DE21',
  licence: 'Common Formats: public domain. LOINC codes: LOINC licence, see NOTICE',
} as const;

const cfer = <C extends ListedCode>(part: string, title: string, codes: readonly C[]): CodeList<C> => ({
  id: `ahrq-cfer-h-v1.2/${part}`,
  title: `Common Formats Hospital 1.2: ${title}`,
  ...AHRQ,
  codes,
});

/** An answer that was read on a page of its list. */
const fetched = (code: string, more: Omit<ListedCode, 'code' | 'status'> = {}): ListedCode => ({
  code,
  ...more,
  status: 'fetched',
});
const memory = (code: string, more: Omit<ListedCode, 'code' | 'status'> = {}): ListedCode => ({
  code,
  ...more,
  status: 'memory',
});

/** What is being reported (LOINC 74079-5). */
export const reportTypes = cfer('report-type', 'what is being reported', [
  fetched('incident', { display: 'Incident' }),
  fetched('near-miss', { display: 'Near miss (close call)' }),
  fetched('unsafe-condition', { display: 'Unsafe condition' }),
]);

/** A category (DE21), and the report types that may carry it. */
export interface ListedCategory extends ListedCode {
  readonly nearMiss: boolean;
  readonly unsafeCondition: boolean;
  readonly ahrqAnswerId?: string;
}

const category = (
  code: string,
  display: string,
  [nearMiss, unsafeCondition]: readonly [boolean, boolean],
  ahrqAnswerId?: string,
): ListedCategory => ({
  code,
  display,
  nearMiss,
  unsafeCondition,
  ...(ahrqAnswerId && { ahrqAnswerId }),
  status: 'fetched',
});
const ANY = [true, true] as const;
const NO_CONDITION = [true, false] as const;
const INCIDENTS_ONLY = [false, false] as const;

/**
 * Categories of the event (DE21, LOINC 74552-1), one to ten of them. That an unsafe condition may be `other` is from
 * memory; every other word and rule was read.
 */
export const eventCategories = cfer('event-category', 'categories of the event (DE21)', [
  category('blood', 'Blood or Blood Product', ANY),
  category('device', 'Device or Medical/Surgical Supply, including HIT', ANY, 'A44'),
  category('fall', 'Fall', INCIDENTS_ONLY),
  category('infection', 'Healthcare-associated Infection', INCIDENTS_ONLY),
  category('substance', 'Medication or Other Substance', ANY),
  category('perinatal', 'Perinatal', INCIDENTS_ONLY),
  category('ulcer', 'Pressure Ulcer', INCIDENTS_ONLY),
  category('surgery', 'Surgery or Anesthesia (includes invasive procedure)', NO_CONDITION),
  category('embolism', 'Venous Thromboembolism', INCIDENTS_ONLY, 'A64'),
  category('other', 'Other', ANY),
]);

/** Residual harm after any intervention (LOINC 74560-4, list LL2819-2), from worst to least. */
export const harmScale = cfer('harm', 'residual harm after any intervention', [
  fetched('death', { letter: 'a', loinc: 'LA20747-4', display: 'Death' }),
  fetched('severe', { letter: 'b', loinc: 'LA20748-2', display: 'Severe harm' }),
  fetched('moderate', { letter: 'c', loinc: 'LA20749-0', display: 'Moderate harm' }),
  fetched('mild', { letter: 'd', loinc: 'LA21150-0', display: 'Mild harm' }),
  fetched('none', { letter: 'e', loinc: 'LA21151-8', display: 'No harm' }),
  fetched('unknown', { letter: 'f', loinc: 'LA4489-6', display: 'Unknown' }),
]);

/** Version 1.1 rated otherwise: records of its time keep what they say. */
export const harmScaleV11: CodeList = {
  ...cfer('harm-v1.1', 'residual harm as version 1.1 had it', [
    memory('death'),
    memory('severe-permanent'),
    memory('permanent'),
    memory('temporary'),
    memory('additional-treatment'),
    memory('emotional-distress-or-inconvenience'),
    memory('none'),
  ]),
  id: 'ahrq-cfer-h-v1.1/harm',
  version: '1.1/1',
};

/** Anticipated duration of the harm (LOINC 74559-6). */
export const harmDurations = cfer('harm-duration', 'anticipated duration of the harm', [
  memory('permanent', { letter: 'a', display: 'Permanent (not expected to return to about normal)' }),
  memory('temporary', { letter: 'b', display: 'Temporary (expected to return to about normal)' }),
  memory('unknown', { letter: 'c', display: 'Unknown' }),
]);

/** When after discovery harm was assessed (LOINC 74558-8, list LL2821-8). */
export const assessmentTimings = cfer('assessment-timing', 'when after discovery harm was assessed', [
  fetched('within-24h', { loinc: 'LA20752-4' }),
  fetched('after-24h-before-3d', { loinc: 'LA20753-2' }),
  fetched('3d-or-later', { loinc: 'LA20754-0' }),
  fetched('unknown', { loinc: 'LA4489-6' }),
]);

/** What was done to save the patient (LOINC 74561-2). */
export const rescueInterventions = cfer('rescue-intervention', 'rescue interventions documented', [
  memory('transfer'),
  memory('monitoring'),
  memory('medication-therapy'),
  memory('surgical-or-procedural'),
  memory('respiratory-support'),
  memory('blood-transfusion'),
  memory('counseling-or-psychotherapy'),
  memory('other'),
  memory('unknown'),
]);

/** Yes, no, unknown: rescue attempted, longer stay, patient or family notified. */
export const yesNoUnknown = cfer('yes-no-unknown', 'yes, no, unknown', [
  memory('yes', { loinc: 'LA33-6' }),
  memory('no', { loinc: 'LA32-8' }),
  memory('unknown', { loinc: 'LA4489-6' }),
]);

const substance = (loinc: string, display: string): ListedCode => fetched(loinc, { loinc, display });

/** What kind of substance (LOINC 74076-1). */
export const substanceTypes = cfer('substance-type', 'medication or other substance', [
  substance('LA20271-5', 'Medications'),
  substance('LA20335-8', 'Biological products'),
  substance('LA20336-6', 'Nutritional products'),
  substance('LA20337-4', 'Expressed human breast milk'),
  substance('LA20338-2', 'Medical gases'),
  substance('LA20339-0', 'Contrast media'),
  substance('LA20340-8', 'Radiopharmaceuticals'),
  substance('LA20341-6', 'Patient food (not suspected in drug-food interactions)'),
  substance('LA20342-4', 'Interaction or adverse reaction from a drug or food given before admission'),
  substance('LA20343-2', 'Other substance'),
]);

/** What happened with it (list LL2660-0). */
export const substanceIncidents = cfer('substance-incident', 'what happened with the substance', [
  substance('LA20275-6', 'Incorrect action'),
  substance('LA20314-3', 'Unsafe condition'),
  substance('LA20315-0', 'Adverse reaction without apparent incorrect action'),
  substance('LA4489-6', 'Unknown'),
]);

/** The status of a whole list: as well known as the least known of its codes. */
export const statusOf = ({ codes }: CodeList): CodeStatus =>
  codes.some(({ status }) => status === 'memory') ? 'memory' : 'fetched';
