import { actorOf, type DomainEvent, type Instant, type Recorded } from '#kernel/core';
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

/** What the text of an event holds, in this order: see `recordedInBulk`. */
type RecordedArray = readonly [
  ledger: number,
  position: number,
  org: string,
  stream: string,
  revision: number,
  eventId: string,
  type: string,
  schemaVersion: number,
  occurredAt: UtcText,
  recordedAt: UtcText,
  actor: string,
  commandId: string,
  correlationId: string,
  causationId: string | null,
  meta: Recorded['meta'],
  data: DomainEvent['data'],
];

/** A time as PostgreSQL writes one without zone: `2026-03-02 09:00:00.123`, UTC. */
type UtcText = string;

/** The recorded event that a text holds. */
export const recordedFrom = (text: string): Recorded => {
  const event = JSON.parse(text) as RecordedArray;
  const causationId = event[13];
  return {
    ledger: event[0],
    position: safePosition(event[1]),
    org: event[2],
    stream: event[3],
    revision: event[4],
    eventId: event[5],
    type: event[6],
    schemaVersion: event[7],
    occurredAt: instantOf(event[8]),
    recordedAt: instantOf(event[9]),
    actor: actorOf(event[10]),
    commandId: event[11],
    correlationId: event[12],
    ...(causationId !== null && { causationId }),
    meta: event[14],
    data: event[15],
  };
};

/** Milliseconds, as everywhere: whatever is finer is cut off. */
const instantOf = (time: UtcText): Instant => {
  if (time[10] !== ' ') throw new Error('PostgreSQL writes times in another style than ISO');
  return `${time.slice(0, 10)}T${time.slice(11, 19)}.${time.slice(20, 23).padEnd(3, '0')}Z`;
};
