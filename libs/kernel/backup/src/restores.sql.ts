import { sql } from '#kernel/platform';

/** That a database is not the one its events were written to: which backup it came from, and how old that was. */
export const restoresTable = sql`
create schema backup authorization forthright_owner;
create table backup.restores (
  backup uuid not null,
  taken_at timestamptz not null,
  restored_at timestamptz not null default clock_timestamp(),
  positions bigint not null,
  forgotten integer not null,
  primary key (restored_at, backup)
);
create function backup.refuse_change() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  raise exception 'the record of restores is append-only' using errcode = 'FT002';
end $$;
create trigger append_only before update or delete or truncate on backup.restores
  for each statement execute function backup.refuse_change();
alter table backup.restores enable always trigger append_only;
grant usage on schema backup to forthright_worker;
grant select on backup.restores to forthright_worker;
`;
