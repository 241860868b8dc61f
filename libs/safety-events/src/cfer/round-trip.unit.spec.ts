import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { PRECISIONS, type Precision, Refusal } from '#kernel/core';
import {
  AGE_BANDS,
  ASSESSMENT_TIMINGS,
  ETHNICITIES,
  HARM_DURATIONS,
  RACES,
  SEXES,
  YES_NO_UNKNOWN,
} from '../safety-event/patient.codes.js';
import { CATEGORIES, EVENT_CLASSES, HARM_SEVERITIES } from '../safety-event/safety-event.codes.js';
import type { FormatFacts } from './format-facts.js';
import { fromRecord, type ReadRecord } from './from-record.js';
import { COLUMNS, type CommonFormatsRecord, NARRATIVE } from './record.js';
import { csvHeader, csvLine, fromCell, fromCsvRow, toCell } from './record-csv.js';
import { fromJsonLine, jsonLine } from './record-json.js';
import { toRecords } from './to-records.js';

const REPORTED = '2026-03-02T09:10:00.000Z';
const earlier = fc
  .date({ min: new Date('2020-01-01'), max: new Date(REPORTED), noInvalidDate: true })
  .map((at) => at.toISOString());
const known = fc.record({ value: earlier, precision: fc.constantFrom(...PRECISIONS) as fc.Arbitrary<Precision> });
const some = <T extends string>(codes: readonly T[]) => fc.constantFrom(...codes);

const patientFacts = fc.record(
  {
    race: fc.uniqueArray(some(RACES), { minLength: 1 }),
    ethnicity: some(ETHNICITIES),
    language: fc.constant('es'),
    sex: some(SEXES),
    ageBand: some(AGE_BANDS),
    rescueAttempted: some(YES_NO_UNKNOWN),
    longerStay: some(YES_NO_UNKNOWN),
    patientOrFamilyNotified: some(YES_NO_UNKNOWN),
  },
  { requiredKeys: [] },
);

const facts: fc.Arbitrary<FormatFacts> = fc
  .record({
    known: fc.record({ eventAt: known, discoveredAt: known, facilityId: fc.uuid() }),
    unit: fc.option(fc.uuid(), { nil: undefined }),
    timing: fc.option(some(ASSESSMENT_TIMINGS), { nil: undefined }),
    codes: fc.record(
      {
        eventClass: some(EVENT_CLASSES),
        categories: fc.uniqueArray(some(CATEGORIES), { minLength: 1, maxLength: 6 }),
        harm: some(HARM_SEVERITIES),
        duration: some(HARM_DURATIONS),
      },
      { requiredKeys: ['eventClass', 'categories'] },
    ),
    patients: fc.array(patientFacts, { maxLength: 3 }),
  })
  .map(({ known: times, unit, timing, codes, patients }) => ({
    standing: 'here',
    reportedAt: REPORTED,
    ...times,
    ...(unit && { unitId: unit }),
    harmed: 'patient',
    codes,
    ...(timing && { timing }),
    patients: patients.map((each, at) => ({ patient: `${at}`, facts: each })),
    assigned: {},
    choices: [],
  }));

const words = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }).filter((text) => !text.includes('\0')),
  fc.stringMatching(/^'{0,3}[=+@\t-]'?[\r\n\\;",]{0,5}[a-z\uFEFF\uFFFD\u2028]{0,9}$/),
);

/** What the importing side knows of it, folded from what its commands say. */
const imported = (lines: readonly ReadRecord[]): FormatFacts => {
  const [first] = lines as [ReadRecord];
  const { eventClass, category, furtherCategories = [], harmReported, eventAt, discoveredAt } = first.report;
  const rating = first.rating;
  return {
    standing: 'here',
    reportedAt: first.reportedAt,
    eventAt,
    discoveredAt,
    facilityId: '0192a000-0000-7000-8000-000000000010',
    ...(first.place && { place: first.place }),
    harmed: first.report.harmed,
    codes: {
      eventClass,
      categories: [...(category ? [category] : []), ...furtherCategories],
      ...(harmReported && { harm: harmReported }),
      ...(rating?.duration && { duration: rating.duration }),
    },
    ...(rating?.timing && { timing: rating.timing }),
    patients: lines.flatMap(({ patient }) => (patient ? [{ patient: `${patient.number}`, facts: patient.facts }] : [])),
    assigned: {},
    choices: [],
  };
};

const written = (id: string, one: FormatFacts, narrative?: string): readonly CommonFormatsRecord[] => {
  const all = toRecords(id, one, narrative);
  return 'records' in all ? all.records : [];
};

const narratives = { narratives: true };
const readCsv = (file: string) => {
  const [header = [], ...rows] = parse(file) as string[][];
  return rows.map((row) => fromCsvRow(Object.fromEntries(header.map((name, at) => [name, row[at] ?? '']))));
};

describe('whatever is written', () => {
  it('is read, and written again to the same bytes', () =>
    fc.assert(
      fc.property(fc.uuid(), facts, fc.option(words, { nil: undefined }), (id, one, narrative) => {
        const records = written(id, one, narrative);
        fc.pre(records.length > 0);
        const read = records.map(fromRecord);
        expect(new Set(read.map((each) => each.id))).toEqual(new Set([id]));
        expect(read[0]?.report.narrative).toBe(narrative);
        const again = written(id, imported(read), narrative);
        expect(again.map(jsonLine)).toEqual(records.map(jsonLine));
        expect(again.map((each) => csvLine(each, narratives))).toEqual(
          records.map((each) => csvLine(each, narratives)),
        );
      }),
    ));
  it('is the same in a file of either kind, on a line of its own', () =>
    fc.assert(
      fc.property(fc.uuid(), facts, words, (id, one, narrative) => {
        const records = written(id, one, narrative);
        const csv = csvHeader(narratives) + records.map((each) => csvLine(each, narratives)).join('');
        expect(csv.split(/\r\n|\r|\n/)).toHaveLength(records.length + 2);
        expect(readCsv(csv)).toEqual(records);
        for (const each of records) {
          const line = jsonLine(each);
          expect(line.split(/\r\n|\r|\n|\u2028|\u2029/)).toHaveLength(2);
          expect(fromJsonLine(line)).toEqual({ record: each });
        }
      }),
    ));
  it('holds no words where nobody asked for them', () =>
    fc.assert(
      fc.property(fc.uuid(), facts, (id, one) => {
        for (const record of written(id, { ...one, narrative: 'sealed' })) expect(record).not.toHaveProperty(NARRATIVE);
        expect(csvHeader({ narratives: false })).not.toContain(NARRATIVE);
      }),
    ));
});

describe('a cell', () => {
  it.each(['=1+1', "'=1+1", "''=1+1", '+1', '-1', '@x', '\t=1', '\r=1', '＝1', "'", "O'Hara", '\\n', 'a\nb', ''])(
    'gives back %j, and begins no formula',
    (value) => {
      expect(fromCell(toCell(value))).toBe(value);
      expect(toCell(value)).not.toMatch(/^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/);
    },
  );
});

const fall: CommonFormatsRecord = {
  'forthright.format': 'common-formats-hospital-1.2/1',
  '74081-1': '0192a000-0000-7000-8000-000000000101',
  '30947-6': REPORTED,
  '74079-5': 'incident',
  '74552-1': ['fall'],
  'forthright.eventAt': '2026-03-02T09:00:00.000Z',
  'forthright.eventAtPrecision': 'minute',
  '74555-4': '2026-03-02T09:00:00.000Z',
  'forthright.discoveredAtPrecision': 'minute',
  '74560-4': 'LA20749-0',
};

describe('a line', () => {
  it('with a harm and nothing about it is a report of that harm', () => {
    expect(fromRecord(fall)).toMatchObject({
      report: { eventClass: 'incident', category: 'fall', harmReported: 'moderate' },
    });
    expect(fromRecord(fall)).not.toHaveProperty('rating');
  });
  it('that says how long the harm lasts or when it was assessed is a rating as well', () =>
    expect(fromRecord({ ...fall, '74559-6': 'permanent', '74558-8': 'LA20752-4' }).rating).toEqual({
      to: 'moderate',
      basis: 'report',
      duration: 'permanent',
      timing: 'within_24h',
    }));
  it('knows every column in one place', () => expect(new Set(COLUMNS.map(({ key }) => key)).size).toBe(COLUMNS.length));
  it.each([
    ['common-formats/another-format', 'forthright.format', { 'forthright.format': 'common-formats-hospital-1.2/9' }],
    ['common-formats/another-format', 'forthright.format', { 'forthright.format': undefined }],
    ['common-formats/unknown-column', undefined, { name: 'Ana Ruiz' }],
    ['common-formats/malformed', '74081-1', { '74081-1': 'DE-2' }],
    ['common-formats/malformed', '30947-6', { '30947-6': '03/02/2026' }],
    ['common-formats/malformed', '30947-6', { '30947-6': '2026-13-41T09:00:00.000Z' }],
    ['common-formats/malformed', '74552-1', { '74552-1': 'fall' }],
    ['common-formats/missing', '74552-1', { '74552-1': undefined }],
    ['common-formats/missing', '74079-5', { '74079-5': undefined }],
    ['common-formats/unknown-answer', '74552-1', { '74552-1': ['workforce'] }],
    ['common-formats/unknown-answer', '74560-4', { '74560-4': 'moderate' }],
    ['common-formats/unknown-answer', 'forthright.eventAtPrecision', { 'forthright.eventAtPrecision': 'roughly' }],
    ['common-formats/category-for-incidents', '74552-1', { '74079-5': 'near-miss', '74560-4': undefined }],
    ['common-formats/not-an-incident', '74560-4', { '74079-5': 'near-miss', '74552-1': ['blood'] }],
    ['common-formats/harm-missing', '74560-4', { '74560-4': undefined, '74559-6': 'permanent' }],
    ['common-formats/patient-unnumbered', 'forthright.patientNumber', { '74698-2': 'female' }],
    ['common-formats/malformed', 'forthright.patientNumber', { 'forthright.patientNumber': '0' }],
    ['common-formats/malformed', 'forthright.place', { 'forthright.place': 'bed 12, Ms. Ruiz!' }],
  ])('is refused with %s at %s: %j', (code, field, change) => {
    const line = Object.fromEntries(Object.entries({ ...fall, ...change }).filter(([, value]) => value !== undefined));
    let refusal: unknown;
    try {
      fromRecord(line);
    } catch (error) {
      refusal = error;
    }
    expect(refusal).toBeInstanceOf(Refusal);
    expect(refusal).toMatchObject({ code, ...(field && { field }) });
  });
});

describe('what no file tells of', () => {
  const one = imported([fromRecord(fall)]);
  it.each([
    ['voided', { standing: 'voided' }],
    ['merged', { standing: 'merged' }],
    ['redirected', { standing: 'redirected' }],
    ['transferred', { standing: 'transferred' }],
    ['no-patient', { harmed: 'staff' }],
    ['no-category', { codes: { eventClass: 'incident', categories: ['workforce'] } }],
    ['no-category', { codes: { eventClass: 'incident', categories: [] } }],
  ] as const)('is left out: %s', (leftOut, change) =>
    expect(toRecords('0192a000-0000-7000-8000-000000000101', { ...one, ...change } as FormatFacts)).toEqual({
      leftOut,
    }),
  );
  it('calls a near fall something else, as the format knows none', () =>
    expect(written('x', { ...one, codes: { eventClass: 'near_miss', categories: ['fall', 'blood'] } })).toMatchObject([
      { '74552-1': ['blood', 'other'] },
    ]));
});
