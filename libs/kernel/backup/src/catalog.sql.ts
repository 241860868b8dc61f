import { sql } from '#kernel/platform';

/** A name of the catalog, safe to stand in a statement. */
const quoted = (name: string): string =>
  name
    .split('.')
    .map((part) => `"${part.replaceAll('"', '""')}"`)
    .join('.');

/** Every table of ours, as `schema.table`. */
export const ourTables = sql`
select n.nspname || '.' || c.relname as name
from pg_class c join pg_namespace n on n.oid = c.relnamespace
where c.relkind in ('r', 'p') and not c.relispartition and c.relpersistence <> 't'
  and pg_get_userbyid(c.relowner) = 'forthright_owner'
order by 1`;

/** The columns of a table in their order, but those that follow from others. $1 table. */
export const columnsOf = sql`
select a.attname as name from pg_attribute a
where a.attrelid = $1::text::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
order by a.attnum`;

/** The steps of the schema that were applied, as TypeORM notes them. */
export const appliedMigrations = sql`select name from platform.migrations order by id`;

/** Whether steps of the schema were ever noted here. */
export const migrationsNoted = sql`select to_regclass('platform.migrations') is not null as noted`;

/** How text is written, whatever the server and the login are set to: the same rows, the same bytes. */
export const plainText = sql`
set local timezone = 'UTC'; set local datestyle = 'ISO, YMD'; set local intervalstyle = 'iso_8601';
set local bytea_output = 'hex'; set local extra_float_digits = 1; set local client_encoding = 'UTF8';`;

/**
 * One snapshot for the whole of a backup, and no writing: begun anew, since behind a pooler the transaction has had its
 * first question, and in one message, since a pooler lends a connection for one transaction.
 */
export const oneSnapshot = sql`
rollback; begin isolation level repeatable read, read only;
set local role forthright_owner; set local idle_in_transaction_session_timeout = '60s'`;

/** What the snapshot says of itself. */
export const snapshotTime = sql`select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at`;

/** Where each ledger stands. */
export const heads = sql`
select ledger, position::text as position, encode(chain, 'hex') as chain from ledger.ledgers order by ledger`;

/** All rows of a table as text, in these columns. */
export const copyOf = (table: string, columns: readonly string[]): string => sql`
copy ${quoted(table)} (${columns.map(quoted).join(', ')}) to stdout`;

/** The way back. */
export const copyInto = (table: string, columns: readonly string[]): string => sql`
copy ${quoted(table)} (${columns.map(quoted).join(', ')}) from stdin`;

/** Nobody reads or writes these tables until the transaction ends. */
export const lockAll = (tables: readonly string[]): string => sql`
set local lock_timeout = '30s';
lock table ${tables.map(quoted).join(', ')} in access exclusive mode`;

/** Whether a table has rows. */
export const hasRows = (table: string): string => sql`select exists (select from ${quoted(table)}) as found`;

/** Whether any ledger has a past. */
export const ledgersBegun = sql`select exists (select from ledger.ledgers where position > 0) as found`;

/** Tables whose row level security binds their owner. $1 tables. */
export const forcedTables = sql`
select t.name from unnest($1::text[]) t(name) join pg_class c on c.oid = t.name::regclass where c.relforcerowsecurity`;

/** `copy … from` asks for a table that does not bind its owner; within a transaction nobody else can notice. */
export const bindOwner = (table: string, bound: boolean): string => sql`
alter table ${quoted(table)} ${bound ? 'force' : 'no force'} row level security`;

/** Triggers of a table that refuse a change, and when they are enabled (`A` always, `O` usually). $1 table. */
export const guardsOf = sql`
select tgname as name, tgenabled as enabled from pg_trigger
where tgrelid = $1::text::regclass and not tgisinternal and tgenabled <> 'D' and (tgtype & 8) <> 0`;

/** Takes all rows from a table that is guarded, and puts the guard back. */
export const emptied = (table: string, guards: readonly { name: string; enabled: string }[]): string => sql`
${guards.map(({ name }) => `alter table ${quoted(table)} disable trigger ${quoted(name)};`).join('')}
delete from ${quoted(table)};
${guards.map(({ name, enabled }) => `alter table ${quoted(table)} enable ${enabled === 'A' ? 'always ' : ''}trigger ${quoted(name)};`).join('')}`;

/** Columns that count by themselves go on after what is there. $1 table. */
export const countingColumns = sql`
select a.attname as name, pg_get_serial_sequence($1, a.attname) as sequence from pg_attribute a
where a.attrelid = $1::text::regclass and a.attnum > 0 and not a.attisdropped
  and pg_get_serial_sequence($1, a.attname) is not null`;

/** $1 the sequence. */
export const countOn = (table: string, column: string): string => sql`
select setval($1::text::regclass, max(${quoted(column)})) from ${quoted(table)} having max(${quoted(column)}) is not null`;

/** Readers whose work is done again from position 0 lose their checkpoints. $1 the readers that go on where they stood. */
export const forgetCheckpoints = sql`
delete from readers.checkpoints where slot <> 'live' or not reader = any($1::text[])`;

/** And what they could not go on with, which they will meet again. $1 as above. */
export const forgetParked = sql`delete from readers.parked where not reader = any($1::text[])`;

/** $1 id of the backup, $2 when it was taken, $3 positions, $4 subjects forgotten again. */
export const noteRestore = sql`
insert into backup.restores (backup, taken_at, positions, forgotten) values ($1, $2, $3, $4)`;

/** What was restored here, the last first. */
export const restores = sql`
select backup, taken_at, restored_at, positions::text as positions, forgotten from backup.restores order by restored_at desc`;
