import { randomBytes } from 'node:crypto';
import { ConfigProblem, Convoy, type Database, type Tx } from '#kernel/platform';
import { blindIndex } from './blind-index.js';
import { knownMasterKey, livingKeys, noteMasterKey, offerKeys } from './keys.sql.js';
import type { MasterKey } from './master-key.js';

/** A value by which a subject is to be found again: `scope` says what it is, as in `record-number`. */
export interface Lookup {
  readonly scope: string;
  readonly value: string;
}

/** A new key for a subject that may have one already, and ways to find the subject. */
interface Offer {
  readonly subject: string;
  readonly fresh: Buffer;
  readonly lookups: readonly Lookup[];
}

/**
 * The data keys of subjects. Nothing is cached: a forgotten subject is unreadable in every process the moment the
 * transaction that destroyed its key commits. A key costs one row by primary key and one unwrapping of microseconds.
 */
export class KeyRing {
  private readonly convoys = new WeakMap<Database, Map<string, Convoy<Offer, Buffer | null>>>();

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
    const kept = await this.convoyOf(db, org).ask({ subject, fresh, lookups });
    return kept ? this.master.unwrap(org, subject, kept) : undefined;
  }

  /** The living keys of these subjects, by subject. A subject that is missing here is forgotten. */
  async forOpening(tx: Tx, org: string, subjects: readonly string[]): Promise<ReadonlyMap<string, Buffer>> {
    const rows = await tx.query<{ subject: string; wrapped: Buffer }>(livingKeys, [org, [...new Set(subjects)]]);
    return new Map(rows.map(({ subject, wrapped }) => [subject, this.master.unwrap(org, subject, wrapped)]));
  }

  /** Offers of one organization travel together. */
  private convoyOf(db: Database, org: string): Convoy<Offer, Buffer | null> {
    const ofDb = this.convoys.get(db) ?? new Map<string, Convoy<Offer, Buffer | null>>();
    this.convoys.set(db, ofDb);
    const convoy = ofDb.get(org) ?? new Convoy((offers: readonly Offer[]) => this.offer(db, org, offers));
    ofDb.set(org, convoy);
    return convoy;
  }

  private async offer(db: Database, org: string, offers: readonly Offer[]): Promise<(Buffer | null)[]> {
    const indexKey = this.master.indexKey(org);
    const lookups = offers.flatMap(({ subject, lookups }) =>
      lookups.map(({ scope, value }) => ({ subject, scope, hash: blindIndex(indexKey, scope, value) })),
    );
    const rows = await db.call<{ wrapped: Buffer | null }>({
      name: 'privacy.offer-keys',
      text: offerKeys,
      values: [
        org,
        offers.map(({ subject }) => subject),
        offers.map(({ fresh }) => fresh),
        lookups.map(({ subject }) => subject),
        lookups.map(({ scope }) => scope),
        lookups.map(({ hash }) => hash),
      ],
    });
    return rows.map(({ wrapped }) => wrapped);
  }
}
