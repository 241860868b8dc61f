import type { QueryConfig } from 'pg';
import { actorText, type Instant } from '#kernel/core';
import type { Append, Claim, EventToStore, Expected, Verdict } from './append.js';
import { callAppendBatch, callAppendOne } from './append-calls.sql.js';
import { byteas, ints, jsons, smallints, texts, times, uuids } from './binary-arrays.js';
import { safePosition } from './safe-position.js';

/** How the append functions say "anywhere" and "anywhere but absent". */
const ANY = -1;
const EXISTING = -2;

/** What the append functions answer for one command. */
export interface JudgedRow {
  readonly outcome: Verdict['outcome'];
  readonly stream: string;
  readonly revision: number;
  readonly position: string | null;
  /** The place of the claim that was taken among all claims of the batch, from 1. */
  readonly claim: number | null;
}

/** The call that appends a batch to a ledger. `told` is the time of a told clock; without one the server's own counts. */
export const batchStatement = (ledger: number, told: Instant | undefined, batch: readonly Append[]): QueryConfig => {
  const [only] = batch;
  const [event] = only?.events ?? [];
  const plain = batch.length === 1 && only?.events.length === 1 && !only.claims?.length;
  if (plain && event) return oneStatement(ledger, told, only, event);
  const events = batch.flatMap((append) => append.events);
  const claims = claimsOf(batch);
  return {
    name: 'append-batch',
    text: callAppendBatch,
    values: [
      ledger,
      told ?? null,
      uuids(batch.map(({ org }) => org)),
      texts(batch.map(({ stream }) => stream)),
      ints(batch.map(({ expected }) => revisionOf(expected))),
      uuids(batch.map(({ commandId }) => commandId)),
      byteas(batch.map(({ requestHash }) => requestHash)),
      texts(batch.map(({ actor }) => actorText(actor))),
      uuids(batch.map(({ correlationId }) => correlationId)),
      uuids(batch.map(({ causationId }) => causationId)),
      ints(batch.map((append) => append.events.length)),
      uuids(events.map(({ id }) => id)),
      texts(events.map(({ type }) => type)),
      smallints(events.map(({ schemaVersion }) => schemaVersion)),
      times(events.map(({ occurredAt }) => occurredAt)),
      jsons(events.map(({ meta }) => JSON.stringify(meta))),
      jsons(events.map(({ data }) => data)),
      ints(claims.map(({ claimant }) => claimant)),
      texts(claims.map(({ claim }) => claim.scope)),
      texts(claims.map(({ claim }) => claim.key)),
    ],
  };
};

const oneStatement = (ledger: number, told: Instant | undefined, append: Append, event: EventToStore): QueryConfig => ({
  name: 'append-one',
  text: callAppendOne,
  values: [
    ledger,
    told ?? null,
    append.org,
    append.stream,
    revisionOf(append.expected),
    append.commandId,
    append.requestHash,
    actorText(append.actor),
    append.correlationId,
    append.causationId ?? null,
    event.id,
    event.type,
    event.schemaVersion,
    event.occurredAt,
    JSON.stringify(event.meta),
    event.data,
  ],
});

const revisionOf = (expected: Expected): number =>
  expected === 'any' ? ANY : expected === 'existing' ? EXISTING : expected;

const claimsOf = (batch: readonly Append[]): { claimant: number; claim: Claim }[] =>
  batch.flatMap(({ claims }, index) => (claims ?? []).map((claim) => ({ claimant: index + 1, claim })));

/** What the answer to a batch means for each of its commands, in their order. */
export const verdictsOf = (ledger: number, batch: readonly Append[], rows: readonly JudgedRow[]): Verdict[] => {
  if (rows.length !== batch.length) throw new Error(`${batch.length} commands were sent, ${rows.length} judged`);
  return rows.map(({ outcome, stream, revision, position, claim }): Verdict => {
    switch (outcome) {
      case 'appended':
      case 'repeated':
        return { outcome, receipt: { ledger, stream, revision, position: safePosition(position ?? Number.NaN) } };
      case 'conflict':
        return { outcome, revision };
      case 'claimed':
        return { outcome, claim: (claimsOf(batch)[(claim ?? 0) - 1] as { claim: Claim }).claim };
      default:
        return { outcome };
    }
  });
};
