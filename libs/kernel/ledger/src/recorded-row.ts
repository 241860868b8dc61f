import { actorOf, type DomainEvent, type Instant, type Recorded } from '#kernel/core';
import { safePosition } from './safe-position.js';

/** A time as PostgreSQL writes one without zone: `2026-03-02 09:00:00.123`, UTC. */
type UtcText = string;

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
  readonly occurred_at: Date | UtcText;
  readonly recorded_at: Date | UtcText;
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
  occurredAt: instantOf(row.occurred_at),
  recordedAt: instantOf(row.recorded_at),
  actor: actorOf(row.actor),
  commandId: row.command_id,
  correlationId: row.correlation_id,
  ...(row.causation_id !== null && { causationId: row.causation_id }),
  meta: JSON.parse(row.meta) as Recorded['meta'],
  data: JSON.parse(row.data) as DomainEvent['data'],
});

/** Milliseconds, as everywhere: whatever is finer is cut off. */
const instantOf = (time: Date | UtcText): Instant => {
  if (typeof time !== 'string') return time.toISOString();
  if (time[10] !== ' ') throw new Error('PostgreSQL writes times in another style than ISO');
  return `${time.slice(0, 10)}T${time.slice(11, 19)}.${time.slice(20, 23).padEnd(3, '0')}Z`;
};
