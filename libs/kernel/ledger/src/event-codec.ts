import type { DomainEvent } from '#kernel/core';

/** Where events are going, and by which values their stream may later be looked up (through a blind index). */
export interface Encoding {
  readonly org: string;
  readonly stream: string;
  readonly lookups?: readonly { readonly scope: string; readonly value: string }[];
}

/** An event that a decider made, with the id it will have. */
export interface EventToEncode {
  readonly id: string;
  readonly event: DomainEvent;
}

/** An event's data as it will be stored. */
export interface Encoded {
  readonly schemaVersion: number;
  /** JSON text. */
  readonly data: string;
}

/** The port through which events get the form in which they are stored: checked, and sealed where they must be. */
export abstract class EventCodec {
  /** Answers one for each event, in their order. */
  abstract encode(encoding: Encoding, events: readonly EventToEncode[]): Promise<readonly Encoded[]>;
}
