import { sql } from './sql.js';

/**
 * Row level security for a table that holds rows of many organizations: forced, so that it binds the owner too.
 * The api's role sees only the organization of its transaction; the worker and the owner serve all of them.
 */
export const tenantPolicies = (table: string): string => sql`
alter table ${table} enable row level security;
alter table ${table} force row level security;
create policy of_one_organization on ${table} for all to forthright_api
  using (org = (select platform.tenant())) with check (org = (select platform.tenant()));
create policy of_all_organizations on ${table} for all to forthright_owner, forthright_worker using (true) with check (true);
`;

/** The organization of the current transaction. None told is an error, never a default. */
export const tenantFunction = sql`
create function platform.tenant() returns uuid language plpgsql stable parallel safe as $$
declare org text := current_setting('app.org', true);
begin
  if org is null or org = '' then
    raise exception 'no organization was told to this transaction' using errcode = 'FT001';
  end if;
  return org::uuid;
end $$;
grant usage on schema platform to forthright_api, forthright_worker;
grant execute on function platform.tenant() to forthright_api, forthright_worker;
`;

/** The three roles own, serve and project; none may log in, a pool steps into one when it connects. */
export const roles = sql`
do $$
declare one text;
begin
  foreach one in array array['forthright_owner', 'forthright_api', 'forthright_worker'] loop
    if not exists (select from pg_roles where rolname = one) then
      begin
        execute format('create role %I nologin', one);
      exception when duplicate_object or unique_violation then null; -- another database of this server was quicker
      end;
    end if;
    if not pg_has_role(current_user, one, 'member') then execute format('grant %I to current_user', one); end if;
  end loop;
  execute format('grant create on database %I to forthright_owner', current_database());
end $$;
create schema if not exists platform authorization forthright_owner;
`;

/** The role of queues that live in PostgreSQL: it owns what it makes there and reaches nothing else. */
export const queuesRole = sql`
do $$
begin
  if not exists (select from pg_roles where rolname = 'forthright_queues') then
    begin
      create role forthright_queues nologin;
    exception when duplicate_object or unique_violation then null; -- another database of this server was quicker
    end;
  end if;
  if not pg_has_role(current_user, 'forthright_queues', 'member') then grant forthright_queues to current_user; end if;
  execute format('grant create on database %I to forthright_queues', current_database());
end $$;
`;
