import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const FIXTURE = join(import.meta.dirname, '../fixtures/maude/maude-bone-cement-2017.csv');

/** Writes a MAUDE extract of so many rows: those of the fixture again and again, each time under other report numbers. */
export const maudeFile = (file: string, rows: number): void => {
  const [header = '', ...lines] = readFileSync(FIXTURE, 'utf8').trimEnd().split('\n');
  const numbered = Array.from({ length: rows }, (_, at) =>
    (lines[at % lines.length] as string).replace(/^"([^"]+)"/, `"$1-${Math.floor(at / lines.length)}"`),
  );
  writeFileSync(file, `${[header, ...numbered].join('\n')}\n`);
};
