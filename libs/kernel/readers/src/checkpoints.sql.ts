import { sql } from '#kernel/platform';

/** Where each reader stands on each ledger. The row lock on a checkpoint is the fence between workers. */
export const checkpointsTable = sql`
create schema readers authorization forthright_owner;
grant usage on schema readers to forthright_api, forthright_worker;
create table readers.checkpoints (
  reader text collate "C" not null,
  version int not null,
  ledger smallint not null,
  position bigint not null default 0,
  moved_at timestamptz not null default clock_timestamp(),
  trouble text,
  trouble_since timestamptz,
  primary key (reader, version, ledger)
) with (fillfactor = 50, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);
grant select on readers.checkpoints to forthright_api;
grant select, insert, update on readers.checkpoints to forthright_worker;
`;

/**
 * A view may be built anew beside the one that is read: `live` is the one that is read, `next` the one that is being
 * built, `before` the one that was read until the last switch. Each has a checkpoint of its own.
 */
export const checkpointSlots = sql`
alter table readers.checkpoints
  add column slot text collate "C" not null default 'live' check (slot in ('live', 'next', 'before')),
  drop constraint checkpoints_pkey,
  add primary key (reader, version, slot, ledger);
`;

/** Every schema that views live in, and who may do what there. */
export const viewsSchema = sql`
create schema views authorization forthright_owner;
grant usage on schema views to forthright_api, forthright_worker;
alter default privileges for role forthright_owner in schema views grant select on tables to forthright_api;
alter default privileges for role forthright_owner in schema views grant select, insert, update, delete on tables to forthright_worker;
`;

/**
 * Makes the rows of readers that have not run before. $1 reader, $2 version, $3 slot, $4 whether it starts at the head:
 * arrays of equal length.
 */
export const enlist = sql`
insert into readers.checkpoints (reader, version, slot, ledger, position)
select r.reader, r.version, r.slot, l.ledger, case when r.starts_now then l.position else 0 end
from unnest($1::text[], $2::int[], $3::text[], $4::boolean[]) r(reader, version, slot, starts_now) cross join ledger.ledgers l
where not exists (
  select from readers.checkpoints c where c.reader = r.reader and c.version = r.version and c.slot = r.slot and c.ledger = l.ledger)
on conflict do nothing`;

/** Locks one checkpoint until the transaction ends. $1 reader, $2 version, $3 ledger, $4 slot. */
export const lockCheckpoint = sql`
select position from readers.checkpoints where reader = $1 and version = $2 and ledger = $3 and slot = $4 for update`;

/** Moves a checkpoint and forgets its trouble. $1 reader, $2 version, $3 ledger, $4 slot, $5 position. */
export const moveCheckpoint = sql`
update readers.checkpoints set position = $5, moved_at = clock_timestamp(), trouble = null, trouble_since = null,
  built_at = coalesce(built_at, (select clock_timestamp() from ledger.ledgers l where l.ledger = $3 and $5 >= l.position))
where reader = $1 and version = $2 and ledger = $3 and slot = $4`;

/**
 * Notes that a reader could not go on, unless another process has brought it to the head meanwhile: nothing would move
 * it from there, and the note would stay. $1 reader, $2 version, $3 ledger, $4 slot, $5 what happened.
 */
export const noteTrouble = sql`
update readers.checkpoints c set trouble = $5, trouble_since = coalesce(trouble_since, clock_timestamp())
from ledger.ledgers l
where c.reader = $1 and c.version = $2 and c.ledger = $3 and c.slot = $4 and l.ledger = c.ledger and c.position < l.position`;

/** Where one reader stands. $1 reader, $2 version, $3 ledger, $4 slot. */
export const position = sql`
select position::text from readers.checkpoints where reader = $1 and version = $2 and ledger = $3 and slot = $4`;
