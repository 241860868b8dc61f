import type { Actor, EventMeta, Instant } from '#kernel/core';

/** Where a stream must stand for an append: at this very revision (0: it must be new), anywhere but absent, anywhere. */
export type Expected = number | 'existing' | 'any';

/** A fact on its way into the ledger. */
export interface EventToStore {
  readonly id: string;
  readonly type: string;
  readonly schemaVersion: number;
  readonly occurredAt: Instant;
  readonly meta: EventMeta;
  /** JSON text: hashed, stored and read back byte for byte. */
  readonly data: string;
}

/** A key that must be unique within its scope, across all streams of an organization. */
export interface Claim {
  readonly scope: string;
  readonly key: string;
}

/** What one command wants to write: one or more events of one stream, all or none. */
export interface Append {
  readonly org: string;
  readonly stream: string;
  readonly expected: Expected;
  /** The command's id, a UUID: the same id never writes twice. */
  readonly commandId: string;
  /** SHA-256 of the request: tells a retry from another request under the same id. */
  readonly requestHash: Buffer;
  readonly actor: Actor;
  readonly correlationId: string;
  readonly causationId?: string;
  readonly claims?: readonly Claim[];
  readonly events: readonly EventToStore[];
}

/** Where an append's last event stands. */
export interface Receipt {
  readonly ledger: number;
  readonly stream: string;
  readonly revision: number;
  readonly position: number;
}

/** How the ledger judged an append. `repeated` carries the receipt of the first time, whichever stream that wrote to. */
export type Verdict =
  | { readonly outcome: 'appended' | 'repeated'; readonly receipt: Receipt }
  | { readonly outcome: 'key-reused' }
  | { readonly outcome: 'conflict'; readonly revision: number }
  | { readonly outcome: 'absent' }
  | { readonly outcome: 'claimed'; readonly claim: Claim }
  | { readonly outcome: 'unplaced' };
