import { createHash } from 'node:crypto';

/** A stored event as text, field by field: times in microseconds since 1970. */
export interface LeafFields {
  readonly ledger: number;
  readonly position: string;
  readonly org: string;
  readonly stream: string;
  readonly revision: number;
  readonly event_id: string;
  readonly type: string;
  readonly schema_version: number;
  readonly occurred_us: string;
  readonly recorded_us: string;
  readonly actor: string;
  readonly command_id: string;
  readonly correlation_id: string;
  readonly causation_id: string | null;
  readonly meta: string;
  readonly data: string;
}

/** No field can hold it: JSON refuses control characters, the append functions refuse it in names. */
const SEPARATOR = '\u001f';

/** The leaf that an event must have: SHA-256 over its fields in this order, a missing one being the empty text. */
export const leafOf = (event: LeafFields): Buffer =>
  createHash('sha256')
    .update(
      [
        event.ledger,
        event.position,
        event.org,
        event.stream,
        event.revision,
        event.event_id,
        event.type,
        event.schema_version,
        event.occurred_us,
        event.recorded_us,
        event.actor,
        event.command_id,
        event.correlation_id,
        event.causation_id ?? '',
        event.meta,
        event.data,
      ].join(SEPARATOR),
    )
    .digest();
