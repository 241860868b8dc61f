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

/** The access package's schema: the record of who read what. */
export const accessMigrations: readonly Migration[] = [{ name: '0400-reads', sql: reads }];

/** Parameters: org, actor, person, action, route, request id, streams, labels, count, result. */
export const insertRead = sql`
insert into access.reads (org, actor, person, action, route, request_id, streams, labels, count, result)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`;
