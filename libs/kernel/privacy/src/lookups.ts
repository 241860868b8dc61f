import type { Tx } from '#kernel/platform';
import { blindIndex } from './blind-index.js';
import { indexesOf, numberedLookups, subjectsUnder } from './keys.sql.js';
import type { MasterKey } from './master-key.js';

/** Finds subjects by what identifies them, as a record number does, through blind indexes. */
export class Lookups {
  constructor(private readonly master: MasterKey) {}

  /** The keyed hash under which a value is kept, for an event that names it without telling it. */
  hash(org: string, scope: string, value: string): Buffer {
    return blindIndex(this.master.indexKey(org), scope, value);
  }

  /** The subjects (stream names) that were kept under this value and are not forgotten. */
  async findSubjects(tx: Tx, org: string, scope: string, value: string): Promise<string[]> {
    const rows = await tx.query<{ subject: string }>(subjectsUnder, [org, scope, this.hash(org, scope, value)]);
    return rows.map(({ subject }) => subject);
  }

  /**
   * What a subject is kept under, as keyed hashes: two subjects that share one were told with the same value. Nothing
   * where it was told with none, or is forgotten.
   */
  async keysOf(tx: Tx, org: string, scope: string, subject: string): Promise<string[]> {
    const rows = await tx.query<{ key: string }>(indexesOf, [org, scope, subject]);
    return rows.map(({ key }) => key);
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
