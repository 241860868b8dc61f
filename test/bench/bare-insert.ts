import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { actorText } from '#kernel/core';
import type { Contender } from './contender.js';
import { ACTOR, DATA, ids, META, ORG, TYPE, thirtyTwoBytes } from './sample.js';

const TABLE = `
create table bare_events (
  ledger smallint not null,
  position bigint not null generated always as identity,
  org uuid not null,
  stream text collate "C" not null,
  revision int not null,
  event_id uuid not null,
  type text collate "C" not null,
  schema_version smallint not null,
  occurred_at timestamptz not null,
  recorded_at timestamptz not null,
  actor text not null,
  command_id uuid not null,
  correlation_id uuid not null,
  causation_id uuid,
  meta json not null,
  data json not null,
  leaf bytea not null,
  primary key (ledger, position),
  unique (org, stream, revision),
  unique (org, event_id)
)`;

const COLUMNS = `ledger, org, stream, revision, event_id, type, schema_version, occurred_at, recorded_at, actor,
  command_id, correlation_id, causation_id, meta, data, leaf`;
const WIDTH = 16;

const insertOf = (rows: number): string => {
  const row = (at: number) =>
    `(${Array.from({ length: WIDTH }, (_, column) => `$${at * WIDTH + column + 1}`).join(', ')})`;
  return `insert into bare_events (${COLUMNS}) values ${Array.from({ length: rows }, (_, at) => row(at)).join(', ')}`;
};

/**
 * The yardstick: a prepared INSERT of the same bytes into a plain table with the same columns and keys, each its own
 * transaction, with as many connections as writers. No order of commits, no idempotency, no hashing.
 */
export const bareInsert = async (url: string): Promise<Contender> => {
  const setup = new pg.Client({ connectionString: url });
  await setup.connect();
  await setup.query(TABLE);
  await setup.end();
  const inserts = new Map([1, 10].map((rows) => [rows, insertOf(rows)]));
  return {
    name: 'bare INSERT',
    open: async (writers) => {
      const pool = new pg.Pool({ connectionString: url, max: writers });
      const append = (stream: string, revision: number, events: number) => {
        const now = new Date().toISOString();
        const [command, correlation, leaf] = [randomUUID(), ids.next(), thirtyTwoBytes()];
        const values = Array.from({ length: events }, (_, at) => [
          1,
          ORG,
          stream,
          revision + at + 1,
          ids.next(),
          TYPE,
          1,
          now,
          now,
          actorText(ACTOR),
          command,
          correlation,
          null,
          JSON.stringify(META),
          JSON.stringify(DATA),
          leaf,
        ]).flat();
        return pool.query({ name: `insert-${events}`, text: inserts.get(events) as string, values });
      };
      return { append, close: () => pool.end() };
    },
  };
};
