import type { Readable } from 'node:stream';
import { fromJsonLine } from '#safety-events';
import { textLines } from './text-lines.js';

/** A line of a JSON Lines file by its number: what it holds, or what is wrong with it. */
export type JsonRow =
  | { readonly line: number; readonly row: Readonly<Record<string, unknown>> }
  | { readonly line: number; readonly problem: string };

/** The lines of a file that hold anything. */
export async function* jsonRows(source: Readable): AsyncGenerator<JsonRow> {
  let line = 0;
  for await (const text of textLines(source)) {
    line += 1;
    if (text.trim() === '') continue;
    const read = fromJsonLine(text);
    yield 'record' in read ? { line, row: read.record } : { line, problem: read.problem };
  }
}
