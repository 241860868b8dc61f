import { actorOf, type EventMeta } from '#kernel/core';
import { type Append, type Claim, leafOf } from '#kernel/ledger';
import { digest } from '#kernel/platform';
import { jsonTexts } from './json-texts.js';

/** One event as a line has it; `meta` and `data` are their JSON, letter by letter. */
export interface EventLine {
  readonly org: string;
  readonly stream: string;
  readonly revision: number;
  readonly eventId: string;
  readonly type: string;
  readonly schemaVersion: number;
  /** RFC 3339 in UTC with six decimals of a second, as `recordedAt`. */
  readonly occurredAt: string;
  readonly recordedAt: string;
  readonly actor: string;
  readonly commandId: string;
  readonly correlationId: string;
  readonly causationId: string | null;
  readonly ledger: number;
  readonly position: number;
  /** SHA-256 over all of the above and both texts, in hexadecimal digits. */
  readonly leaf: string;
  /** What the event's command claimed, at the last event of the command. */
  readonly claims?: readonly Claim[];
  readonly meta: string;
  readonly data: string;
}

/** Writes a line, without its line feed. */
export const written = ({ claims, meta, data, ...plain }: EventLine): string => {
  const head = JSON.stringify({ ...plain, ...(claims?.length && { claims }) });
  return `${head.slice(0, -1)},"meta":${meta},"data":${data}}`;
};

const TIME = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3})(\d{3})Z$/;
const KNOWN = [
  ...[
    'org',
    'stream',
    'revision',
    'eventId',
    'type',
    'schemaVersion',
    'occurredAt',
    'recordedAt',
    'actor',
    'commandId',
  ],
  ...['correlationId', 'causationId', 'ledger', 'position', 'leaf', 'meta', 'data'],
];

const microseconds = (time: string): string => {
  const [, seconds = '', micro = ''] = TIME.exec(time) ?? [];
  return `${BigInt(Date.parse(`${seconds}Z`)) * 1000n + BigInt(micro)}`;
};

/** Reads a line, or says what is wrong with it: no JSON, no event, or one that is not as it was written. */
export const readLine = (line: string): EventLine | { readonly problem: string } => {
  let plain: Record<string, unknown>;
  try {
    plain = JSON.parse(line) as typeof plain;
  } catch {
    return { problem: 'this is no JSON' };
  }
  if (typeof plain !== 'object' || plain === null) return { problem: 'this is no event' };
  const missing = KNOWN.find((name) => plain[name] === undefined);
  if (missing) return { problem: `${missing} is missing` };
  const texts = jsonTexts(line);
  const event = { ...plain, meta: texts.get('meta'), data: texts.get('data') } as EventLine;
  for (const name of ['occurredAt', 'recordedAt'] as const)
    if (!TIME.test(event[name])) return { problem: `${name} is no time with six decimals in UTC` };
  return hashOf(event) === event.leaf ? event : { problem: 'the event is not as it was written: its leaf differs' };
};

const hashOf = (event: EventLine): string =>
  leafOf({
    ledger: event.ledger,
    position: `${event.position}`,
    org: event.org,
    stream: event.stream,
    revision: event.revision,
    event_id: event.eventId,
    type: event.type,
    schema_version: event.schemaVersion,
    occurred_us: microseconds(event.occurredAt),
    recorded_us: microseconds(event.recordedAt),
    actor: event.actor,
    command_id: event.commandId,
    correlation_id: event.correlationId,
    causation_id: event.causationId,
    meta: event.meta,
    data: event.data,
  }).toString('hex');

/** The append that writes one command's events again; `noted` is added to what stands beside each. */
export const appendOf = (events: readonly [EventLine, ...EventLine[]], noted: EventMeta): Append => {
  const [first] = events;
  return {
    org: first.org,
    stream: first.stream,
    expected: 'any',
    commandId: first.commandId,
    requestHash: digest(...events.flatMap(({ eventId, data }) => [eventId, data])),
    actor: actorOf(first.actor),
    correlationId: first.correlationId,
    ...(first.causationId !== null && { causationId: first.causationId }),
    claims: events.flatMap(({ claims }) => claims ?? []),
    events: events.map(({ eventId, type, schemaVersion, occurredAt, meta, data }) => ({
      id: eventId,
      type,
      schemaVersion,
      occurredAt,
      meta: { ...(JSON.parse(meta) as EventMeta), ...noted },
      data,
    })),
  };
};
