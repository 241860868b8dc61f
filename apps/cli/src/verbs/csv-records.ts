import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse/sync';

/** A record of a CSV file by the line on which it begins: its fields, or what is wrong with it. */
export type CsvRecord =
  | { readonly line: number; readonly fields: readonly string[] }
  | { readonly line: number; readonly problem: string };

/** A quoted field may go on over this many lines; a quote that is still open then was never closed. */
const LONGEST_RECORD = 50;

/**
 * The records of a CSV file, the header among them, however broken some may be. A parser that reads on after an open quote
 * swallows the good records behind it; here each record begins on a line of its own, so one broken line costs itself only.
 */
export async function* csvRecords(source: Readable): AsyncGenerator<CsvRecord> {
  const lines = createInterface({ input: source, crlfDelay: Number.POSITIVE_INFINITY })[Symbol.asyncIterator]();
  const ahead: string[] = [];
  const fill = async (count: number): Promise<boolean> => {
    while (ahead.length < count) {
      const { done, value } = await lines.next();
      if (done) return false;
      ahead.push(value);
    }
    return true;
  };
  for (let line = 1; await fill(1); ) {
    let length = 1;
    while (isOpen(ahead.slice(0, length)) && length < LONGEST_RECORD && (await fill(length + 1))) length += 1;
    if (isOpen(ahead.slice(0, length))) length = 1;
    const text = ahead.splice(0, length).join('\n');
    const record = recordOf(line, line === 1 ? text.replace(/^\uFEFF/, '') : text);
    line += length;
    if (record) yield record;
  }
}

const isOpen = (lines: readonly string[]): boolean =>
  lines.reduce((quotes, line) => quotes + line.split('"').length - 1, 0) % 2 === 1;

const recordOf = (line: number, text: string): CsvRecord | undefined => {
  if (text.trim() === '') return undefined;
  if (text.includes('\uFFFD')) return { line, problem: 'holds bytes that are not UTF-8' };
  try {
    const [fields = []] = parse(text) as string[][];
    return { line, fields };
  } catch (error) {
    if (error instanceof CsvError) return { line, problem: PROBLEMS[error.code] ?? 'is no CSV' };
    throw error;
  }
};

/** The parser's own words tell of its insides. */
const PROBLEMS: Partial<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'has a quote that is never closed',
  CSV_INVALID_CLOSING_QUOTE: 'has text behind a closing quote',
  INVALID_OPENING_QUOTE: 'has a quote inside a field without quotes',
};
