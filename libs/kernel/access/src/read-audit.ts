import { type Actor, actorText, type Instant, type Label } from '#kernel/core';
import type { Database, Tx } from '#kernel/platform';
import type { Caller } from './caller.js';
import { insertRead, readersOfStreams } from './reads.sql.js';

/** What was asked for, and how it came out. */
export interface Read {
  /** The route's pattern, as `GET /v1/safety-events/:id`: never the path itself. */
  readonly route: string;
  readonly requestId: string;
  /** Every stream whose content is shown, or that was asked for in vain. */
  readonly streams: readonly string[];
  /** The labels that were shown; those of the caller's grant if left out. */
  readonly labels?: readonly Label[];
  /** `absent`: the caller named a record that is not there, or not theirs. */
  readonly result?: 'shown' | 'absent' | 'refused';
}

/**
 * Records a read of personal data, in the read's own transaction: when this fails, nothing is shown
 * (reliability.md 3.5). A list is one record with all its streams.
 */
export const auditRead = async (tx: Tx, caller: Caller, read: Read): Promise<void> => {
  const { result = 'shown', labels = result === 'shown' ? caller.grant.labels : [] } = read;
  await tx.query(insertRead, [
    caller.org,
    actorText(caller.actor),
    caller.personId,
    caller.grant.action,
    read.route,
    read.requestId,
    read.streams,
    labels,
    read.streams.length,
    result,
  ]);
};

/** Somebody without an account asked for a record by a tracking code. There is no person to name, and no request. */
export interface CodeRead extends Pick<Read, 'route' | 'streams'> {
  readonly org: string;
  readonly actor: Actor;
  readonly labels: readonly Label[];
  readonly result: 'shown' | 'absent';
}

/** Records a read by tracking code, in the read's own transaction, without anything that leads to who it was. */
export const auditCodeRead = async (
  tx: Tx,
  { org, actor, route, streams, labels, result }: CodeRead,
): Promise<void> => {
  const values = [org, actorText(actor), null, 'tracking-code.follow', route, '-', streams, labels];
  await tx.query(insertRead, [...values, streams.length, result]);
};

/** Somebody to whom a record was shown by some action, in some role: how often, and from when to when. */
export interface RecordReader {
  readonly stream: string;
  readonly person: string;
  readonly role: string;
  readonly action: string;
  readonly firstAt: Instant;
  readonly lastAt: Instant;
  readonly times: number;
}

/** Who was shown these streams of the transaction's organization, latest first. */
export const readersOf = async (tx: Tx, streams: readonly string[]): Promise<readonly RecordReader[]> => {
  type Found = Omit<RecordReader, 'firstAt' | 'lastAt'> & { readonly firstAt: Date; readonly lastAt: Date };
  const found = await tx.query<Found>(readersOfStreams, [streams]);
  return found.map((one) => ({ ...one, firstAt: one.firstAt.toISOString(), lastAt: one.lastAt.toISOString() }));
};

/** Somebody we know asked for what their roles do not allow. */
export interface RefusedAct {
  readonly org: string;
  readonly personId: string;
  readonly action: string;
  readonly route: string;
  readonly requestId: string;
}

/** The port that remembers refusals. */
export abstract class RefusedActs {
  abstract record(act: RefusedAct): Promise<void>;
}

/** Refusals beside the reads, in one table. No role allowed the act, so the actor's role reads `-`. */
export class StoredRefusedActs extends RefusedActs {
  constructor(private readonly database: Database) {
    super();
  }

  async record({ org, personId, action, route, requestId }: RefusedAct): Promise<void> {
    const values = [org, `staff/${personId}/-`, personId, action, route, requestId, [], [], 0, 'refused'];
    await this.database.inOrg(org, (tx) => tx.query(insertRead, values));
  }
}
