import { randomBytes } from 'node:crypto';
import { ConfigProblem, type Database, type Tx } from '#kernel/platform';
import { blindIndex } from './blind-index.js';
import { keepLookup, keyOf, knownMasterKey, livingKeys, noteMasterKey, offerKey } from './keys.sql.js';
import type { MasterKey } from './master-key.js';

/** A value by which a subject is to be found again: `scope` says what it is, as in `record-number`. */
export interface Lookup {
  readonly scope: string;
  readonly value: string;
}

/**
 * The data keys of subjects. Nothing is cached: a forgotten subject is unreadable in every process the moment the
 * transaction that destroyed its key commits. A key costs one row by primary key and one unwrapping of microseconds.
 */
export class KeyRing {
  constructor(private readonly master: MasterKey) {}

  /**
   * Throws a `ConfigProblem` where this database's keys were wrapped under another master key: going on would seal new
   * words that the old key cannot open, and fail on every old one. The first to ask of a new database sets its key.
   */
  async check(db: Database): Promise<void> {
    const values = [this.master.id];
    await db.call({ text: noteMasterKey, values });
    const [answer] = await db.call<{ known: boolean }>({ text: knownMasterKey, values });
    if (!answer?.known)
      throw new ConfigProblem(
        "MASTER_KEY (or the data folder's master.key) is not the one that this database was made with",
      );
  }

  /**
   * The key to seal with, made and stored before it is used: of several who ask first, all get the one that was kept.
   * Nothing when the subject was forgotten. The lookups are kept in the same round trip; should the append
   * that follows fail, they lead to a stream that does not exist, and stay harmless.
   */
  async forSealing(
    db: Database,
    org: string,
    subject: string,
    lookups: readonly Lookup[] = [],
  ): Promise<Buffer | undefined> {
    const fresh = this.master.wrap(org, subject, randomBytes(32));
    const indexKey = this.master.indexKey(org);
    const answers = await db.glance(org, [
      offerKey(org, subject, fresh),
      ...lookups.map(({ scope, value }) => keepLookup(org, subject, scope, blindIndex(indexKey, scope, value))),
      keyOf(org, subject),
    ]);
    const kept = answers.at(-1)?.[0] as { wrapped: Buffer | null } | undefined;
    return kept?.wrapped ? this.master.unwrap(org, subject, kept.wrapped) : undefined;
  }

  /** The living keys of these subjects, by subject. A subject that is missing here is forgotten. */
  async forOpening(tx: Tx, org: string, subjects: readonly string[]): Promise<ReadonlyMap<string, Buffer>> {
    const rows = await tx.query<{ subject: string; wrapped: Buffer }>(livingKeys, [org, [...new Set(subjects)]]);
    return new Map(rows.map(({ subject, wrapped }) => [subject, this.master.unwrap(org, subject, wrapped)]));
  }
}
