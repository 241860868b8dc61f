import { CFER_ELEMENTS } from '../taxonomies/cfer-h-elements.codes.js';

/**
 * The flat form of Common Formats Hospital 1.2 that is written and read here, with a version of its own. It claims
 * nothing of the PSOPPC's CDA documents: their guide could not be read (standards.md 1).
 */
export const FORMAT = 'common-formats-hospital-1.2/1';

/** A column, in the order in which they stand in a file: by the LOINC code of its element, or by a name of ours. */
interface Column {
  readonly key: string;
  /** Several values may stand in it. */
  readonly many?: true;
}

/** What a safety event says of itself: the event form, and what a file of ours needs beside it. */
const EVENT_COLUMNS = [
  { key: 'forthright.format' },
  { key: '74081-1' },
  { key: '30947-6' },
  { key: '74079-5' },
  { key: '74552-1', many: true },
  { key: 'forthright.eventAt' },
  { key: 'forthright.eventAtPrecision' },
  { key: '74555-4' },
  { key: 'forthright.discoveredAtPrecision' },
  { key: 'forthright.place' },
  { key: '74554-7' },
] as const satisfies readonly Column[];

/** The patient form: one for each patient whom an incident reached. */
const PATIENT_COLUMNS = [
  { key: 'forthright.patientNumber' },
  { key: '74698-2' },
  { key: '74500-0' },
  { key: '74694-1' },
  { key: '74693-3', many: true },
  { key: '74562-0' },
  { key: '74560-4' },
  { key: '74559-6' },
  { key: '74558-8' },
  { key: '74557-0' },
  { key: '74556-2' },
] as const satisfies readonly Column[];

export const COLUMNS = [...EVENT_COLUMNS, ...PATIENT_COLUMNS] as const;
export type ColumnKey = (typeof COLUMNS)[number]['key'];
type ManyKey = Extract<(typeof COLUMNS)[number], { many: true }>['key'];

/** The element of the words that somebody wrote: personal, so that it leaves only where that is asked for. */
export const NARRATIVE = '74554-7' satisfies ColumnKey;

/**
 * One line of a file: what one safety event says, and of one of its patients at most. A safety event with several
 * patients has as many lines, which differ in the patient only.
 */
export type CommonFormatsRecord = {
  readonly [K in Exclude<ColumnKey, ManyKey>]?: string;
} & { readonly [K in ManyKey]?: readonly string[] };

/** The columns of a file, with or without words. */
export const columnsOf = ({ narratives }: { readonly narratives: boolean }): readonly Column[] =>
  COLUMNS.filter(({ key }) => narratives || key !== NARRATIVE);

/** A record with its columns in order and without those that say nothing. */
export const inOrder = (record: CommonFormatsRecord): CommonFormatsRecord =>
  Object.fromEntries(
    COLUMNS.flatMap(({ key }) => {
      const value = record[key];
      return value === undefined || value.length === 0 ? [] : [[key, value] as const];
    }),
  );

export const isPatientColumn = (key: string): boolean => PATIENT_COLUMNS.some((column) => column.key === key);
export const isMany = (key: string): boolean => COLUMNS.some((column) => column.key === key && 'many' in column);

/** What an element is called, and its AHRQ number where that is known; our own columns have neither. */
export const elementOf = (key: string) => CFER_ELEMENTS.find(({ loinc }) => loinc === key);
