import { sql } from '#kernel/platform';

/** The server's version and clock, the size of the database, and whether the login is above all rules. */
export const server = sql`
select current_setting('server_version') as version, clock_timestamp() as now,
       pg_size_pretty(pg_database_size(current_database())) as size,
       (select rolsuper from pg_roles where rolname = session_user) as superuser`;

/** Steps of the schema that were applied. */
export const steps = sql`select name from platform.migrations`;

/** Which master keys have wrapped keys here. */
export const masterKeys = sql`select encode(id, 'hex') as id from privacy.master_keys`;

/** Roles of ours that are above row level security, or of the api's that own something. */
export const strongRoles = sql`
select rolname as name from pg_roles
 where rolname like 'forthright\_%' and (rolsuper or rolbypassrls or rolcanlogin)
union
select 'forthright_api as owner of ' || relname from pg_class where pg_get_userbyid(relowner) = 'forthright_api'`;

/** Tables of several organizations that the api reaches, and whose rows are not kept apart there. */
export const openTables = sql`
select n.nspname || '.' || c.relname as name
from pg_class c join pg_namespace n on n.oid = c.relnamespace
where c.relkind in ('r', 'p') and pg_get_userbyid(c.relowner) = 'forthright_owner'
  and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'org' and not a.attisdropped)
  and has_table_privilege('forthright_api', c.oid, 'SELECT, INSERT, UPDATE, DELETE')
  and not (c.relrowsecurity and c.relforcerowsecurity and exists (select from pg_policy p where p.polrelid = c.oid))
order by 1`;

/** Tables of what happened that somebody could change: without a guard that no session can silence, or by right. */
export const changeable = sql`
with kept as (
  select c.oid, n.nspname || '.' || c.relname as name
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind = 'r' and (n.nspname = 'ledger' or (n.nspname, c.relname) in (('access', 'reads'), ('backup', 'restores'), ('readers', 'switches'), ('readers', 'skips')))
)
select name from kept
where not exists (select from pg_trigger t join pg_proc f on f.oid = t.tgfoid
                   where t.tgrelid = kept.oid and t.tgenabled = 'A' and f.proname = 'refuse_change')
   or has_table_privilege('forthright_api', oid, 'UPDATE, DELETE, TRUNCATE')
   or has_table_privilege('forthright_worker', oid, 'UPDATE, DELETE, TRUNCATE')
order by 1`;

/** The last restore, if there was one. */
export const lastRestore = sql`
select restored_at, taken_at from backup.restores order by restored_at desc limit 1`;
