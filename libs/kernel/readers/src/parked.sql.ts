import { sql, tenantPolicies } from '#kernel/platform';

/**
 * Streams that a reader could not go on with, each from the event at `position`: what comes after it in the stream waits
 * (`withheld` counts it), in order. No message of an error is kept, since it may quote what somebody wrote.
 */
const parked = sql`
create table readers.parked (
  reader text collate "C" not null,
  version int not null,
  ledger smallint not null,
  org uuid not null,
  stream text collate "C" not null,
  position bigint not null,
  withheld int not null default 1,
  trouble text not null,
  parked_at timestamptz not null default clock_timestamp(),
  primary key (reader, version, ledger, org, stream)
);
create index parked_of_org on readers.parked (org, reader, version);
${tenantPolicies('readers.parked')}
grant select on readers.parked to forthright_api;
grant select, insert, update, delete on readers.parked to forthright_worker;`;

/** Events that a reader passes by, since a person said so: who, when and why. Nobody takes that back. */
const skips = sql`
create table readers.skips (
  reader text collate "C" not null,
  ledger smallint not null,
  position bigint not null,
  org uuid not null,
  stream text collate "C" not null,
  type text collate "C" not null,
  skipped_by uuid not null,
  reason text not null,
  skipped_at timestamptz not null default clock_timestamp(),
  primary key (reader, ledger, position)
);
create trigger append_only before update or delete or truncate on readers.skips
  for each statement execute function ledger.refuse_change();
alter table readers.skips enable always trigger append_only;
${tenantPolicies('readers.skips')}
grant select, insert on readers.skips to forthright_worker;`;

/** Whether the event at a position is one that a reader withholds. */
const withholding = sql`
create function readers.withholds(_reader text, _version int, _ledger smallint, _position bigint) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (
    select from readers.parked p join ledger.events e on e.org = p.org and e.stream = p.stream
     where p.reader = _reader and p.version = _version and p.ledger = _ledger
       and e.ledger = _ledger and e.position = _position and p.position <= _position)
$$;
revoke all on function readers.withholds(text, int, smallint, bigint) from public;
grant execute on function readers.withholds(text, int, smallint, bigint) to forthright_api, forthright_worker;`;

/** A view is let in front of people once it has been at the head: until then it is being built. */
const built = sql`
alter table readers.checkpoints add column built_at timestamptz;
update readers.checkpoints set built_at = clock_timestamp();`;

export const parking = [parked, skips, withholding, built].join('\n');

/** Parks a stream. $1 reader, $2 version, $3 ledger, $4 org, $5 stream, $6 position, $7 trouble. */
export const park = sql`
insert into readers.parked (reader, version, ledger, org, stream, position, trouble) values ($1, $2, $3, $4, $5, $6, $7)`;

/** Counts what waits. $1 reader, $2 version, $3 ledger; $4 orgs, $5 streams, $6 events: arrays of equal length. */
export const withhold = sql`
update readers.parked p set withheld = p.withheld + w.events
from unnest($4::uuid[], $5::text[], $6::int[]) w(org, stream, events)
where p.reader = $1 and p.version = $2 and p.ledger = $3 and p.org = w.org and p.stream = w.stream returning p.stream`;

/** How many streams a reader has parked. $1 reader, $2 version, $3 ledger. */
export const countParked = sql`
select count(*)::int as parked from readers.parked where reader = $1 and version = $2 and ledger = $3`;

/** What is parked, oldest first. $1 reader or null, $2 organization or null. */
export const listParked = sql`
select reader, version, ledger, org, stream, position::float8 as position, withheld, trouble, parked_at as "parkedAt"
from readers.parked where ($1::text is null or reader = $1) and ($2::uuid is null or org = $2)
order by parked_at, position limit 1000`;

/** Locks one parked stream, or all of a reader's. $1 reader, $2 version, $3 stream or null, $4 organization or null. */
export const lockParked = sql`
select ledger, org, stream, position::float8 as position from readers.parked
where reader = $1 and version = $2 and ($3::text is null or stream = $3) and ($4::uuid is null or org = $4)
order by position for update`;

/** $1 reader, $2 version, $3 ledger, $4 org, $5 stream. */
export const unpark = sql`
delete from readers.parked where reader = $1 and version = $2 and ledger = $3 and org = $4 and stream = $5`;

/** The poison moves on within its stream. $1-$5 as above, $6 position, $7 trouble, $8 how many wait. */
export const parkFurther = sql`
update readers.parked set position = $6, trouble = $7, withheld = $8
where reader = $1 and version = $2 and ledger = $3 and org = $4 and stream = $5`;

/** One event of several may fail alone. */
export const beforeOne = sql`savepoint one`;
export const backBeforeOne = sql`rollback to savepoint one`;

/** What is withheld of an organization's records by a view, for who reads them. $1 org, $2 reader, $3 version. */
export const withheldOf = sql`
select stream from readers.parked where org = $1 and reader = $2 and version = $3 order by stream`;

/** $1 reader, $2 version, $3 ledger, $4 position. */
export const withholds = sql`select readers.withholds($1, $2, $3, $4) as withheld`;

/**
 * Locks checkpoints for the rest of the transaction, in order of name, and then looks: where each stands, what it has
 * parked, which events it is to pass by. Two statements, since who waits for a lock has the snapshot from before the wait:
 * it would know the new position, and not what was parked or replayed on the way to it.
 */
export const holdFunction = sql`
create function readers.hold(_readers text[], _versions int[], _ledger smallint)
returns table (reader text, "position" float8, parked text[], skipped float8[]) language plpgsql volatile as $$
#variable_conflict use_column
begin
  perform 1 from unnest(_readers, _versions) r(reader, version)
    join readers.checkpoints c on c.reader = r.reader and c.version = r.version and c.ledger = _ledger and c.slot = 'live'
   order by c.reader for update of c;
  return query
    select c.reader, c.position::float8,
           (select array_agg(p.org || '/' || p.stream) from readers.parked p
             where p.reader = c.reader and p.version = c.version and p.ledger = c.ledger),
           (select array_agg(s.position::float8) from readers.skips s
             where s.reader = c.reader and s.ledger = c.ledger and s.position > c.position)
      from unnest(_readers, _versions) r(reader, version)
      join readers.checkpoints c on c.reader = r.reader and c.version = r.version and c.ledger = _ledger and c.slot = 'live'
     order by c.reader;
end $$;
revoke all on function readers.hold from public;
grant execute on function readers.hold to forthright_worker;
`;

/** Locks checkpoints and tells what they say. $1 readers, $2 versions: arrays of equal length; $3 ledger. */
export const lockCheckpoints = sql`select * from readers.hold($1, $2, $3)`;

/** Moves checkpoints and forgets their trouble. $1 readers, $2 versions: arrays of equal length; $3 ledger, $4 position. */
export const moveCheckpoints = sql`
update readers.checkpoints c
set position = $4, moved_at = clock_timestamp(), trouble = null, trouble_since = null,
    built_at = coalesce(c.built_at, case when $4 >= l.position then clock_timestamp() end)
from unnest($1::text[], $2::int[]) r(reader, version), ledger.ledgers l
where c.reader = r.reader and c.version = r.version and c.ledger = $3 and c.slot = 'live' and l.ledger = c.ledger`;
