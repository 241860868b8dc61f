import type { Actor, EventMeta, Instant } from '#kernel/core';
import type { Claim } from './append.js';

/** A claim, and the refusal that a command meets when somebody else holds it. */
export interface Claiming extends Claim {
  readonly refusal: string;
  readonly says: string;
}

/** What comes with a command besides its content: who asks, under which id, and about what time. */
export interface Envelope {
  readonly org: string;
  readonly actor: Actor;
  readonly commandId: string;
  /** SHA-256 of the request: a retry has the same. */
  readonly requestHash: Buffer;
  readonly correlationId: string;
  readonly causationId?: string;
  /** When it happened, if that is not now. */
  readonly occurredAt?: Instant;
  /** The revision the caller has seen (If-Match). */
  readonly expected?: number;
  readonly meta?: EventMeta;
  readonly claims?: readonly Claiming[];
  /** Values to find the stream by, given on to the codec. */
  readonly lookups?: readonly { readonly scope: string; readonly value: string }[];
}
