import { actorOf, type DomainEvent, type Recorded } from '#kernel/core';
import { safePosition } from './safe-position.js';

/** A row of `ledger.events` as the driver gives it. */
export interface RecordedRow {
  readonly ledger: number;
  readonly position: string;
  readonly org: string;
  readonly stream: string;
  readonly revision: number;
  readonly event_id: string;
  readonly type: string;
  readonly schema_version: number;
  readonly occurred_at: Date;
  readonly recorded_at: Date;
  readonly actor: string;
  readonly command_id: string;
  readonly correlation_id: string;
  readonly causation_id: string | null;
  readonly meta: string;
  readonly data: string;
}

/** The recorded event that a row holds. */
export const recordedOf = (row: RecordedRow): Recorded => ({
  ledger: row.ledger,
  position: safePosition(row.position),
  org: row.org,
  stream: row.stream,
  revision: row.revision,
  eventId: row.event_id,
  type: row.type,
  schemaVersion: row.schema_version,
  occurredAt: row.occurred_at.toISOString(),
  recordedAt: row.recorded_at.toISOString(),
  actor: actorOf(row.actor),
  commandId: row.command_id,
  correlationId: row.correlation_id,
  ...(row.causation_id !== null && { causationId: row.causation_id }),
  meta: JSON.parse(row.meta) as Recorded['meta'],
  data: JSON.parse(row.data) as DomainEvent['data'],
});
