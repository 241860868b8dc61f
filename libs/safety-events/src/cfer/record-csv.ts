import { stringify } from 'csv-stringify/sync';
import { type ColumnKey, type CommonFormatsRecord, columnsOf, isMany } from './record.js';

/** Between several codes in one cell: no code holds one. */
const BETWEEN = ';';

/** What a spreadsheet takes for a formula where a cell begins with it, behind any number of apostrophes of ours. */
const FORMULA = /^'*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/;

/** What would end a line, or be taken for bytes that are no text, is written as an escape. */
const ESCAPES: readonly (readonly [clear: string, escape: string])[] = [
  ['\\', '\\\\'],
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\uFEFF', '\\b'],
  ['\uFFFD', '\\u'],
];

/** A value as a cell: on one line, and no formula to any spreadsheet. {@link fromCell} takes it back exactly. */
export const toCell = (value: string): string => {
  const onOneLine = [...value].map((one) => ESCAPES.find(([clear]) => clear === one)?.[1] ?? one).join('');
  return FORMULA.test(onOneLine) ? `'${onOneLine}` : onOneLine;
};

/** The value of a cell. */
export const fromCell = (cell: string): string => {
  const bare = cell.startsWith("'") && FORMULA.test(cell.slice(1)) ? cell.slice(1) : cell;
  return bare.replace(/\\[\s\S]/g, (written) => ESCAPES.find(([, one]) => one === written)?.[0] ?? written);
};

type Narratives = { readonly narratives: boolean };

/** The first line of a file. */
export const csvHeader = (narratives: Narratives): string => lineOf(columnsOf(narratives).map(({ key }) => key));

/** A record as a line under {@link csvHeader}. */
export const csvLine = (record: CommonFormatsRecord, narratives: Narratives): string =>
  lineOf(
    columnsOf(narratives).map(({ key }) => {
      const value = record[key as ColumnKey] ?? '';
      return toCell(typeof value === 'string' ? value : value.join(BETWEEN));
    }),
  );

const lineOf = (cells: readonly string[]): string => stringify([[...cells]], { record_delimiter: 'unix' });

/** A row under its header as a record: empty cells say nothing. */
export const fromCsvRow = (row: Readonly<Record<string, string>>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(row).flatMap(([key, cell]) => {
      if (cell === '') return [];
      const value = fromCell(cell);
      return [[key, isMany(key) ? value.split(BETWEEN) : value] as const];
    }),
  );
