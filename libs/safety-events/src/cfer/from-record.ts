import { instant, PRECISIONS, refuse, text, uuid } from '#kernel/core';
import { mayBe } from '../safety-event/category.rules.js';
import type { HarmAssessment } from '../safety-event/harm.rules.js';
import type { PatientFacts } from '../safety-event/patient.rules.js';
import type { ReportSafetyEvent } from '../safety-event/report.rules.js';
import type { HarmSeverity } from '../safety-event/safety-event.codes.js';
import type { KnownTime } from '../safety-event/safety-event.times.js';
import {
  ageWords,
  categoryWords,
  durationWords,
  ethnicityWords,
  harmWords,
  ownOf,
  raceWords,
  reportTypeWords,
  sexWords,
  timingWords,
  type Words,
  yesNoWords,
} from './answer-words.js';
import { sourcePlace } from './place.js';
import { COLUMNS, type ColumnKey, elementOf, FORMAT, isMany, isPatientColumn, NARRATIVE } from './record.js';

/** A line of a file as whoever reads it got it: fields by their columns. */
export type WrittenRecord = Readonly<Record<string, unknown>>;

/** What a line says, as commands need it. Where it happened is for the organization to find by its `place`. */
export interface ReadRecord {
  readonly id: string;
  readonly reportedAt: string;
  readonly place?: string;
  readonly report: Omit<ReportSafetyEvent['data'], 'facilityId' | 'unitId' | 'at'>;
  /** Only where the line tells of a rating: how long the harm lasts, or when it was assessed. */
  readonly rating?: HarmAssessment & { readonly to: HarmSeverity };
  readonly patient?: { readonly number: number; readonly facts: PatientFacts };
}

/** Reads a line, or refuses it, naming the column. */
export const fromRecord = (record: WrittenRecord): ReadRecord => {
  checkShape(record);
  const line = record as Readonly<Partial<Record<ColumnKey, string>>>;
  const report = reportOf(record, line);
  if (report.eventClass !== 'incident') {
    const stray = Object.keys(record).find(isPatientColumn);
    if (stray) refuse('common-formats/not-an-incident', 'The patient form is for incidents only.', stray);
  }
  const duration = one(line, '74559-6', durationWords);
  const timing = one(line, '74558-8', timingWords);
  const to = report.harmReported;
  if ((duration || timing) && !to)
    refuse('common-formats/harm-missing', 'A duration or a time of assessment says nothing without a harm.', '74560-4');
  const number = line['forthright.patientNumber'];
  const facts = factsOf(record, line);
  if (!number && Object.keys(facts).length > 0)
    refuse(
      'common-formats/patient-unnumbered',
      'What is said of a patient needs their number.',
      'forthright.patientNumber',
    );
  return {
    id: needed(line, '74081-1', (value) => uuid().problem(value) === undefined, 'a lower-case UUID'),
    reportedAt: time(line, '30947-6'),
    ...(line['forthright.place'] && { place: line['forthright.place'] }),
    report,
    ...(to &&
      (duration || timing) && {
        rating: { to, basis: 'report', ...(duration && { duration }), ...(timing && { timing }) },
      }),
    ...(number && { patient: { number: Number(number), facts } }),
  };
};

/** The columns are ours, each of the form it must have. */
const checkShape = (record: WrittenRecord): void => {
  const keys = COLUMNS.map(({ key }) => key as string);
  for (const [key, value] of Object.entries(record)) {
    if (!keys.includes(key)) refuse('common-formats/unknown-column', `There is no column ${key.slice(0, 80)}.`);
    const fits = isMany(key)
      ? Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'string')
      : typeof value === 'string' && value.length > 0;
    if (!fits)
      refuse('common-formats/malformed', isMany(key) ? 'This must be a list of codes.' : 'This must be text.', key);
  }
  if (record['forthright.format'] !== FORMAT)
    refuse('common-formats/another-format', `Only ${FORMAT} can be read.`, 'forthright.format');
  const number = record['forthright.patientNumber'];
  if (number !== undefined && !/^[1-9]\d{0,3}$/.test(number as string))
    refuse('common-formats/malformed', 'Patients are numbered from 1.', 'forthright.patientNumber');
  const place = record['forthright.place'];
  if (place !== undefined && !/^[A-Za-z0-9][A-Za-z0-9 ._:/+-]{0,79}$/.test(place as string))
    refuse('common-formats/malformed', 'A place is a code of at most 80 characters.', 'forthright.place');
};

type Line = Readonly<Partial<Record<ColumnKey, string>>>;

const reportOf = (record: WrittenRecord, line: Line): ReadRecord['report'] => {
  const eventClass = one(line, '74079-5', reportTypeWords) ?? missing('74079-5');
  const [category = missing('74552-1'), ...further] = several(record, '74552-1', categoryWords);
  const stranger = [category, ...further].find((each) => !mayBe(eventClass, each));
  if (stranger) refuse('common-formats/category-for-incidents', `A ${line['74079-5']} cannot be this.`, '74552-1');
  if (further.length > 5) refuse('common-formats/too-many', 'At most six categories can be kept here.', '74552-1');
  const narrative = line[NARRATIVE];
  if (narrative && text().problem(narrative))
    refuse('common-formats/malformed', 'This is no text that can be stored.', NARRATIVE);
  const harmReported = one(line, '74560-4', harmWords);
  const place = line['forthright.place'];
  return {
    eventClass,
    category,
    ...(further.length > 0 && { furtherCategories: further }),
    harmed: eventClass === 'unsafe_condition' ? 'none' : 'patient',
    ...(harmReported && { harmReported }),
    ...(narrative && { narrative }),
    eventAt: known(line, 'forthright.eventAt', 'forthright.eventAtPrecision'),
    discoveredAt: known(line, '74555-4', 'forthright.discoveredAtPrecision'),
    source: 'external_org',
    // whoever it was is known where this came from, and by no number here
    ...(eventClass === 'incident' && { population: 'unidentified_patient' as const }),
    ...(place && { sourceCodes: [sourcePlace(place)] }),
    mapping: FORMAT,
  };
};

const factsOf = (record: WrittenRecord, line: Line): PatientFacts => {
  const race = several(record, '74693-3', raceWords);
  const facts = {
    sex: one(line, '74698-2', sexWords),
    ageBand: one(line, '74500-0', ageWords),
    ethnicity: one(line, '74694-1', ethnicityWords),
    rescueAttempted: one(line, '74562-0', yesNoWords),
    longerStay: one(line, '74557-0', yesNoWords),
    patientOrFamilyNotified: one(line, '74556-2', yesNoWords),
  };
  const told = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
  return { ...told, ...(race.length > 0 && { race }) };
};

const one = <T extends string>(line: Line, key: ColumnKey, words: Words<T>): T | undefined => {
  const answer = line[key];
  if (answer === undefined) return undefined;
  return ownOf(words, answer) ?? unknownAnswer(key);
};

const several = <T extends string>(record: WrittenRecord, key: ColumnKey, words: Words<T>): readonly T[] => {
  const answers = (record[key] ?? []) as readonly string[];
  const own = answers.map((answer) => ownOf(words, answer) ?? unknownAnswer(key));
  return words.map(([code]) => code).filter((code) => own.includes(code));
};

const time = (line: Line, key: ColumnKey): string =>
  needed(
    line,
    key,
    (value) => instant().problem(value) === undefined && !Number.isNaN(Date.parse(value)),
    'an instant in UTC',
  );

const known = (line: Line, key: ColumnKey, precisionKey: ColumnKey): KnownTime => ({
  value: time(line, key),
  precision: PRECISIONS.find((one) => one === line[precisionKey]) ?? unknownAnswer(precisionKey),
});

const needed = (line: Line, key: ColumnKey, fits: (value: string) => boolean, what: string): string => {
  const value = line[key] ?? missing(key);
  return fits(value) ? value : refuse('common-formats/malformed', `This must be ${what}.`, key);
};

const missing = (key: ColumnKey): never =>
  refuse('common-formats/missing', `${elementOf(key)?.name ?? 'This'} is required.`, key);
const unknownAnswer = (key: ColumnKey): never =>
  refuse('common-formats/unknown-answer', 'The list has no such answer.', key);
