import { Injectable } from '@nestjs/common';
import { periodsBetween } from '#kernel/clocks';
import type { Instant } from '#kernel/core';
import type { Tx } from '#kernel/platform';
import { present } from '#kernel/readers';
import { around, type Standing } from '../figures/figures.js';
import { measureSubjects } from '../views/measure-subjects/measure-subjects.projection.js';
import { COUNTS } from './count.codes.js';
import type { CountLine, CountQuestion } from './count-line.js';
import { countsOf } from './counts.sql.js';

/** Lines, and up to where and by what time they were counted. */
export interface CountedLines {
  readonly lines: readonly CountLine[];
  readonly position: number;
  readonly asOf: Instant;
}

/** Counts, as they are now or as they were, over the same view as the measures. */
@Injectable()
export class Counts {
  /** The lines that answer a question; every period of it has one of the whole. */
  async counted(tx: Tx, org: string, question: CountQuestion, standing: Standing): Promise<CountedLines> {
    const { name, version } = measureSubjects;
    const [row] = await tx.query<{ position: string | null; lines: readonly CountLine[] }>(countsOf(standing.table), [
      ...countedBy(org, question),
      name,
      version,
    ]);
    const lines = (row?.lines ?? []).map(present);
    const position = standing.position ?? Number(row?.position ?? 0);
    return { lines: [...lines, ...silent(question, lines)].sort(inOrder), position, asOf: standing.now };
  }
}

/** The parameters of what is counted in some periods. */
export const countedBy = (org: string, { count, kind, from, to }: CountQuestion): readonly unknown[] => [
  org,
  count ?? null,
  kind,
  from,
  to,
  ...around(from, to),
];

/** Zeros, where a period has nothing. */
const silent = ({ count, from, to }: CountQuestion, lines: readonly CountLine[]): readonly CountLine[] => {
  const known = new Set(lines.map((line) => `${line.count} ${line.period}`));
  const asked = count ? [count] : COUNTS;
  return asked.flatMap((one) =>
    periodsBetween(from, to)
      .filter((period) => !known.has(`${one} ${period}`))
      .map((period) => ({ count: one, period, by: 'all', of: 'all', number: 0, timed: 0 }) as const),
  );
};

const inOrder = (a: CountLine, b: CountLine): number =>
  COUNTS.indexOf(a.count) - COUNTS.indexOf(b.count) || a.period.localeCompare(b.period); // keeps SQL's order within
