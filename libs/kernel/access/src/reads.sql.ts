import { type Migration, sql, tenantPolicies } from '#kernel/platform';

const reads = sql`
create schema access;
create table access.reads (
  org uuid not null,
  id uuid not null default gen_random_uuid(),
  at timestamptz not null default clock_timestamp(),
  actor text not null,
  person uuid,
  action text not null,
  route text not null,
  request_id text not null,
  streams text[] not null,
  labels text[] not null,
  count integer not null check (count >= 0),
  result text not null check (result in ('shown', 'absent', 'refused')),
  primary key (org, id)
);
create index on access.reads (org, at);

create function access.refuse_change() returns trigger language plpgsql set search_path = '' as $$
begin
  raise exception 'the record of reads is append-only' using errcode = 'FT002';
end $$;
create trigger reads_are_append_only before update or delete or truncate on access.reads
  for each statement execute function access.refuse_change();
alter table access.reads enable always trigger reads_are_append_only;

${tenantPolicies('access.reads')}
grant usage on schema access to forthright_api;
grant insert on access.reads to forthright_api;
`;

/**
 * Who was shown some records, asked by stream: the one way in which the api learns of reads, of its transaction's
 * organization only. Refusals and what was asked for in vain are left out.
 */
const readers = sql`
create index reads_of_streams on access.reads using gin (streams);
create function access.readers_of(_streams text[])
returns table (stream text, person uuid, role text, action text, first_at timestamptz, last_at timestamptz, times int)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select shown.stream, r.person, split_part(r.actor, '/', 3), r.action, min(r.at), max(r.at), count(*)::int
  from access.reads r cross join lateral unnest(r.streams) shown(stream)
  where r.org = platform.tenant() and r.streams && _streams and shown.stream = any (_streams)
    and r.result = 'shown' and r.person is not null
  group by 1, 2, 3, 4
$$;
revoke all on function access.readers_of(text[]) from public;
grant execute on function access.readers_of(text[]) to forthright_api;
`;

/** The access package's schema: the record of who read what. */
export const accessMigrations: readonly Migration[] = [
  { name: '0400-reads', sql: reads },
  { name: '0401-readers', sql: readers },
];

/** $1 streams. */
export const readersOfStreams = sql`
select stream, person, role, action, first_at as "firstAt", last_at as "lastAt", times
from access.readers_of($1::text[]) order by last_at desc, person, action`;

/** Parameters: org, actor, person, action, route, request id, streams, labels, count, result. */
export const insertRead = sql`
insert into access.reads (org, actor, person, action, route, request_id, streams, labels, count, result)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`;
