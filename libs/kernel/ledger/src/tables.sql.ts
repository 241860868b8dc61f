import { sql, tenantPolicies } from '#kernel/platform';

/** Tables that hold what happened: nobody changes a row, the owner included. */
const APPEND_ONLY = ['placements', 'events', 'blocks', 'commands', 'claims'];

/**
 * `ledgers` is the head of each ledger: its last position, the chain up to it, and whether a told clock ever wrote.
 * It is the only table here whose rows change, so its pages keep room for new versions of them.
 */
const ledgers = sql`
create table ledger.ledgers (
  ledger smallint primary key,
  position bigint not null default 0,
  chain bytea not null default sha256(''),
  recorded_at timestamptz not null default '-infinity',
  told boolean not null default false
) with (fillfactor = 10, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);
insert into ledger.ledgers (ledger) values (1);`;

/** Where an organization lives: assigned once, stored, never computed. */
const placements = sql`
create table ledger.placements (
  org uuid primary key,
  ledger smallint not null references ledger.ledgers
);`;

/**
 * The truth. The leaf covers every other column in this order, so a column can never be added. It has no checks: the
 * append functions are the only way in, and a check here is compiled anew for every batch, a tenth of its time.
 */
const events = sql`
create table ledger.events (
  ledger smallint not null,
  position bigint not null,
  org uuid not null,
  stream text collate "C" not null,
  revision int not null,
  event_id uuid not null,
  type text collate "C" not null,
  schema_version smallint not null,
  occurred_at timestamptz not null,
  recorded_at timestamptz not null,
  actor text collate "C" not null,
  command_id uuid not null,
  correlation_id uuid not null,
  causation_id uuid,
  meta json not null,
  data json not null,
  leaf bytea not null,
  primary key (ledger, position),
  unique (org, stream, revision),
  unique (org, event_id)
);`;

/** One link of the chain a batch: SHA-256 over the chain before it and the batch's leaves in order. */
const blocks = sql`
create table ledger.blocks (
  ledger smallint not null,
  last_position bigint not null,
  events int not null,
  chain bytea not null,
  primary key (ledger, last_position)
);`;

/** Permanent idempotency: what was asked under an id, and the receipt that answered it. */
const commands = sql`
create table ledger.commands (
  org uuid not null,
  command_id uuid not null,
  request_hash bytea not null,
  ledger smallint not null,
  stream text collate "C" not null,
  revision int not null,
  position bigint not null,
  primary key (org, command_id)
);`;

/** Uniqueness across streams: a scope's key belongs to the first append that claimed it. */
const claims = sql`
create table ledger.claims (
  org uuid not null,
  scope text collate "C" not null,
  key text collate "C" not null,
  ledger smallint not null,
  position bigint not null,
  primary key (org, scope, key)
);`;

/** ENABLE ALWAYS, so that no session setting silences it; of statements, so that TRUNCATE does not slip by. */
const appendOnly = (table: string): string => sql`
create trigger append_only before update or delete or truncate on ledger.${table}
  for each statement execute function ledger.refuse_change();
alter table ledger.${table} enable always trigger append_only;`;

const guards = sql`
create function ledger.refuse_change() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  raise exception 'ledger.% is append-only', tg_table_name using errcode = 'FT002';
end $$;
${APPEND_ONLY.map(appendOnly).join('')}
create trigger kept before delete or truncate on ledger.ledgers
  for each statement execute function ledger.refuse_change();
alter table ledger.ledgers enable always trigger kept;`;

const policies = ['placements', 'events', 'commands', 'claims']
  .map((table) => tenantPolicies(`ledger.${table}`))
  .join('');

/** The ledger's tables, guarded. */
export const tables = [
  sql`create schema ledger;`,
  ledgers,
  placements,
  events,
  blocks,
  commands,
  claims,
  guards,
  policies,
  sql`
grant usage on schema ledger to forthright_api, forthright_worker;
grant select on all tables in schema ledger to forthright_api, forthright_worker;`,
].join('\n');
