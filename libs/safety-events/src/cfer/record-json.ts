import { type CommonFormatsRecord, inOrder } from './record.js';

/** A record as one line of a JSON Lines file: columns in order, no blanks; what means the same reads the same. */
export const jsonLine = (record: CommonFormatsRecord): string =>
  // two separators that JSON lets stand, and that many readers take for the end of a line
  `${JSON.stringify(inOrder(record)).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')}\n`;

/** What a line says, or why it is none. */
export const fromJsonLine = (
  line: string,
): { readonly record: Record<string, unknown> } | { readonly problem: string } => {
  try {
    const record: unknown = JSON.parse(line);
    return typeof record === 'object' && record !== null && !Array.isArray(record)
      ? { record: record as Record<string, unknown> }
      : { problem: 'is no JSON object' };
  } catch {
    return { problem: 'is no JSON' };
  }
};
