import { mayBe } from '../safety-event/category.rules.js';
import type { PatientFacts } from '../safety-event/patient.rules.js';
import type { Category } from '../safety-event/safety-event.codes.js';
import type { OwnCodes } from '../taxonomies/crosswalk.rules.js';
import {
  ageWords,
  answerOf,
  categoryWords,
  durationWords,
  ethnicityWords,
  harmWords,
  raceWords,
  reportTypeWords,
  sexWords,
  timingWords,
  type Words,
  yesNoWords,
} from './answer-words.js';
import type { FormatFacts } from './format-facts.js';
import { placeCode } from './place.js';
import { type CommonFormatsRecord, FORMAT, inOrder } from './record.js';

/** Why a safety event is in no file of the format. */
export const LEFT_OUT = ['voided', 'merged', 'redirected', 'transferred', 'no-patient', 'no-category'] as const;
export type LeftOut = (typeof LEFT_OUT)[number];

/** A safety event as the format has it: a line for each patient whom it reached, or why there is none. */
export type Written = { readonly records: readonly CommonFormatsRecord[] } | { readonly leftOut: LeftOut };

/**
 * A safety event by the elements of the format. Left out is what it does not speak of: what is told elsewhere or nowhere,
 * harm to staff and visitors, and what has no category, which it demands. Record numbers and names never leave; the words
 * of the report only where they are given here.
 */
export const toRecords = (id: string, facts: FormatFacts, narrative?: string): Written => {
  const leftOut = leftOutFor(facts);
  if (leftOut) return { leftOut };
  const event: CommonFormatsRecord = {
    'forthright.format': FORMAT,
    '74081-1': id,
    '30947-6': facts.reportedAt,
    '74079-5': answerOf(reportTypeWords, facts.codes.eventClass),
    '74552-1': categoriesOf(facts.codes),
    'forthright.eventAt': facts.eventAt.value,
    'forthright.eventAtPrecision': facts.eventAt.precision,
    '74555-4': facts.discoveredAt.value,
    'forthright.discoveredAtPrecision': facts.discoveredAt.precision,
    'forthright.place': facts.place ?? placeCode(facts),
    '74554-7': narrative,
  };
  if (facts.codes.eventClass !== 'incident') return { records: [inOrder(event)] };
  const harm = harmOf(facts);
  const patients = facts.patients.map((one, at) => ({
    'forthright.patientNumber': `${at + 1}`,
    ...patientOf(one.facts),
  }));
  return { records: (patients.length > 0 ? patients : [{}]).map((one) => inOrder({ ...event, ...harm, ...one })) };
};

const leftOutFor = ({ standing, harmed, codes }: FormatFacts): LeftOut | undefined => {
  if (standing !== 'here') return standing;
  if (harmed === 'staff' || harmed === 'visitor') return 'no-patient';
  return categoriesOf(codes).length === 0 ? 'no-category' : undefined;
};

/** In the format's order. What it does not know of this class is `other` to it, as is nothing of the workforce's. */
const categoriesOf = ({ eventClass, categories }: OwnCodes): readonly string[] => {
  const known = new Set<Category>(
    categories.filter((one) => one !== 'workforce').map((one) => (mayBe(eventClass, one) ? one : 'other')),
  );
  return categoryWords.filter(([own]) => known.has(own)).map(([, word]) => word);
};

const harmOf = ({ codes, timing }: FormatFacts): CommonFormatsRecord => ({
  '74560-4': answerOf(harmWords, codes.harm),
  '74559-6': codes.harm && answerOf(durationWords, codes.duration),
  '74558-8': codes.harm && answerOf(timingWords, timing),
});

const patientOf = (facts: PatientFacts): CommonFormatsRecord => ({
  '74698-2': answerOf(sexWords, facts.sex),
  '74500-0': answerOf(ageWords, facts.ageBand),
  '74694-1': answerOf(ethnicityWords, facts.ethnicity),
  '74693-3': severalOf(raceWords, facts.race),
  '74562-0': answerOf(yesNoWords, facts.rescueAttempted),
  '74557-0': answerOf(yesNoWords, facts.longerStay),
  '74556-2': answerOf(yesNoWords, facts.patientOrFamilyNotified),
});

const severalOf = <T extends string>(words: Words<T>, own: readonly T[] = []): readonly string[] =>
  words.filter(([one]) => own.includes(one)).map(([, word]) => word);
