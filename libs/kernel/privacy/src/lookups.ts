import type { Tx } from '#kernel/platform';
import { blindIndex } from './blind-index.js';
import { numberedLookups, subjectsUnder } from './keys.sql.js';
import type { MasterKey } from './master-key.js';

/** Finds subjects by what identifies them, as a record number does, through blind indexes. */
export class Lookups {
  constructor(private readonly master: MasterKey) {}

  /** The subjects (stream names) that were kept under this value and are not forgotten. */
  async findSubjects(tx: Tx, org: string, scope: string, value: string): Promise<string[]> {
    const hash = blindIndex(this.master.indexKey(org), scope, value);
    const rows = await tx.query<{ subject: string }>(subjectsUnder, [org, scope, hash]);
    return rows.map(({ subject }) => subject);
  }

  /**
   * Which of these subjects were kept under the same values: numbers that stand for values within this answer only, so that
   * equality can be told and nothing else. Who was kept under none is absent.
   */
  async numbered(
    tx: Tx,
    org: string,
    scope: string,
    subjects: readonly string[],
  ): Promise<ReadonlyMap<string, readonly number[]>> {
    const rows = await tx.query<{ subject: string; number: number }>(numberedLookups, [org, scope, subjects]);
    const numbered = new Map<string, readonly number[]>();
    for (const { subject, number } of rows) numbered.set(subject, [...(numbered.get(subject) ?? []), number]);
    return numbered;
  }
}
