import { createInterface } from 'node:readline';
import { Mistake } from '../session/mistake.js';

/**
 * A line from standard input; a terminal is asked for it. For what identifies a person: arguments stand in the list of
 * processes and in the shell's history. Throws a {@link Mistake} where nothing comes and
 * something must.
 */
export const typed = async (what: string, { optional = false } = {}): Promise<string> => {
  if (process.stdin.isTTY) process.stderr.write(`${what}: `);
  for await (const line of createInterface({ input: process.stdin, terminal: false })) {
    if (line.trim() !== '') return line.trim();
  }
  if (optional) return '';
  throw new Mistake(`${what} is read from standard input, and nothing came.`);
};
