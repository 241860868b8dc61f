import type { Actor } from './actor.js';
import type { Instant } from './clock.js';

/** A recorded fact, or one about to be. "Event" alone never means what harmed someone. */
export interface DomainEvent<T extends string = string, D extends object = object> {
  readonly type: T;
  readonly data: D;
}

/** What somebody wants, with all the facts that the rules need (clock, ids and actor included). */
export interface DomainCommand<T extends string = string, D extends object = object> {
  readonly type: T;
  readonly data: D;
}

/** How exactly a time is known (domain.md 8.1). */
export const PRECISIONS = ['exact', 'minute', 'hour', 'day', 'estimated'] as const;
export type Precision = (typeof PRECISIONS)[number];

/** What travels beside an event's data, in clear: codes, ids and times only. */
export interface EventMeta {
  readonly facility?: string;
  readonly zone?: string;
  readonly precision?: Precision;
  readonly onBehalfOf?: string;
  readonly reasonCode?: string;
  readonly approver?: string;
  readonly traceparent?: string;
}

/**
 * A fact as the ledger holds it. `position` is gapless and in commit order within its `ledger`;
 * `revision` counts 1..n within its `stream`, which is named `<category>-<uuid>` and lives under `org`.
 */
export interface Recorded<E extends DomainEvent = DomainEvent> {
  readonly ledger: number;
  readonly position: number;
  readonly org: string;
  readonly stream: string;
  readonly revision: number;
  readonly eventId: string;
  readonly type: E['type'];
  readonly schemaVersion: number;
  readonly occurredAt: Instant;
  readonly recordedAt: Instant;
  readonly actor: Actor;
  readonly commandId: string;
  readonly correlationId: string;
  readonly causationId?: string;
  readonly meta: EventMeta;
  readonly data: E['data'];
}

/** The uuid of a stream's name: `safety-event-<uuid>` gives `<uuid>`. */
export const streamId = (stream: string): string => stream.slice(-36);
