import type { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse/sync';
import { textLines } from './text-lines.js';

/** A record of a CSV file by the line on which it begins: its fields, or what is wrong with it. */
export type CsvRecord =
  | { readonly line: number; readonly fields: readonly string[] }
  | { readonly line: number; readonly problem: string };

/** A quoted field may go on over this many lines; a quote that is still open then was never closed. */
const LONGEST_RECORD = 50;

/**
 * The records of a CSV file, the header among them, however broken some may be. A parser that reads on after an open quote
 * swallows the good records behind it; here each record begins on a line of its own, and lines are one record only where
 * they make as many fields as the header has. So one broken line costs itself only.
 */
export async function* csvRecords(source: Readable): AsyncGenerator<CsvRecord> {
  const lines = textLines(source);
  const ahead: string[] = [];
  const fill = async (count: number): Promise<boolean> => {
    while (ahead.length < count) {
      const { done, value } = await lines.next();
      if (done) return false;
      ahead.push(value);
    }
    return true;
  };
  let columns: number | undefined;
  try {
    for (let line = 1; await fill(1); ) {
      let length = 1;
      while (isOpen(ahead.slice(0, length)) && length < LONGEST_RECORD && (await fill(length + 1))) length += 1;
      let record = recordOf(line, ahead.slice(0, length));
      if (length > 1 && !isWhole(record, columns)) {
        length = 1;
        record = { line, problem: NEVER_CLOSED };
      }
      ahead.splice(0, length);
      line += length;
      if (record && 'fields' in record) columns ??= record.fields.length;
      if (record) yield record;
    }
  } finally {
    await lines.return(undefined);
  }
}

const isOpen = (lines: readonly string[]): boolean =>
  lines.reduce((quotes, line) => quotes + line.split('"').length - 1, 0) % 2 === 1;

/** Whether several lines are one record: what cannot be decoded is one as well. */
const isWhole = (record: CsvRecord | undefined, columns: number | undefined): boolean =>
  record !== undefined &&
  ('fields' in record ? columns === undefined || record.fields.length === columns : record.problem === NOT_UTF8);

const recordOf = (line: number, lines: readonly string[]): CsvRecord | undefined => {
  const text = lines.join('\n').replace(line === 1 ? /^\uFEFF/ : '', '');
  if (text.trim() === '') return undefined;
  try {
    const [fields = []] = parse(text) as string[][];
    return text.includes('\uFFFD') ? { line, problem: NOT_UTF8 } : { line, fields };
  } catch (error) {
    if (error instanceof CsvError) return { line, problem: PROBLEMS[error.code] ?? 'is no CSV' };
    throw error;
  }
};

const NOT_UTF8 = 'holds bytes that are not UTF-8';
const NEVER_CLOSED = 'has a quote that is never closed';

/** The parser's own words tell of its insides. */
const PROBLEMS: Partial<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: NEVER_CLOSED,
  CSV_INVALID_CLOSING_QUOTE: 'has text behind a closing quote',
  INVALID_OPENING_QUOTE: 'has a quote inside a field without quotes',
};
