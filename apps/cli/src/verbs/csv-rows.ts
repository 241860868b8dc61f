import type { Readable } from 'node:stream';
import { Mistake } from '../session/mistake.js';
import { type CsvRecord, csvRecords } from './csv-records.js';

/** A row of a CSV file by the line on which it begins: its fields by their columns, or what is wrong with it. */
export type CsvRow =
  | { readonly line: number; readonly row: Readonly<Record<string, string>> }
  | { readonly line: number; readonly problem: string };

/** The rows under a header, which `check` may refuse before any of them. Throws a {@link Mistake} where there is none. */
export async function* csvRows(source: Readable, check: (header: readonly string[]) => void): AsyncGenerator<CsvRow> {
  let header: readonly string[] | undefined;
  for await (const record of csvRecords(source)) {
    if (header) {
      yield rowOf(header, record);
      continue;
    }
    if ('problem' in record) throw new Mistake(`The first line ${record.problem}.`);
    header = record.fields;
    check(header);
  }
  if (!header) throw new Mistake('The file is empty.');
}

const rowOf = (header: readonly string[], record: CsvRecord): CsvRow => {
  if ('problem' in record) return record;
  const { line, fields } = record;
  if (fields.length !== header.length)
    return { line, problem: `has ${fields.length} fields where the first line has ${header.length}` };
  return { line, row: Object.fromEntries(header.map((name, at) => [name, fields[at] ?? ''])) };
};
