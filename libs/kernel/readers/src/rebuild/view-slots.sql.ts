import { sql, tenantPolicies } from '#kernel/platform';

/** Where the tables of a view live that is not read: the one that is being built, and the one from before a switch. */
const besideSchema = (schema: string): string => sql`
create schema ${schema} authorization forthright_owner;
grant usage on schema ${schema} to forthright_worker;
alter default privileges for role forthright_owner in schema ${schema} grant select on tables to forthright_api;
alter default privileges for role forthright_owner in schema ${schema} grant select, insert, update, delete on tables to forthright_worker;
`;

/** `views_aside` is empty but within the transaction in which two tables change places. */
export const besideSchemas = [
  besideSchema('views_next'),
  besideSchema('views_before'),
  sql`create schema views_aside authorization forthright_owner;`,
].join('');

/** Who switched which view when, and over how many differences: nobody changes a row. */
export const switchesTable = sql`
create table readers.switches (
  reader text collate "C" not null,
  version int not null,
  act text not null check (act in ('switch', 'back')),
  differences bigint,
  org uuid not null,
  person text not null,
  switched_at timestamptz not null default clock_timestamp()
);
grant select on readers.switches to forthright_worker;
create trigger append_only before update or delete or truncate on readers.switches
  for each statement execute function ledger.refuse_change();
alter table readers.switches enable always trigger append_only;
`;

/** They are an organization's, since a person of it made them. */
export const switchesPolicies = tenantPolicies('readers.switches');

/** Whether a table is there. $1 its name with the schema. */
export const tableExists = sql`select to_regclass($1) is not null as exists`;

/**
 * What a table is made of, as statements that make the same one in another place: options, constraints, indexes, rights,
 * row level security and policies, in this order. `part` is what a rebuild leaves for the end. $1 name, $2 its copy's.
 */
export const partsOf = sql`
with t as (
  select c.oid, n.nspname, c.relname, c.reloptions, c.relrowsecurity, c.relforcerowsecurity, c.relacl, c.relowner,
         format('%s ', $2::text) as beside
    from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.oid = $1::regclass
)
select 'table' as part, 1 as nr, '' as name, format('alter table %sset (%s)', beside, array_to_string(reloptions, ', ')) as statement
  from t where reloptions is not null
union all
select 'table', 2, k.conname, format('alter table %sadd constraint %I %s', beside, k.conname, pg_get_constraintdef(k.oid))
  from t join pg_constraint k on k.conrelid = t.oid where k.contype in ('p', 'u', 'x')
union all
select 'index', 3, i.relname, regexp_replace(pg_get_indexdef(i.oid), ' ON (ONLY )?[a-z_]+\.[^ ]+ USING ', format(' ON %sUSING ', beside))
  from t join pg_index x on x.indrelid = t.oid join pg_class i on i.oid = x.indexrelid
 where not exists (select from pg_constraint k where k.conindid = x.indexrelid and k.conrelid = t.oid)
union all
select 'table', 4, a.grantee::regrole::text || a.privilege_type, format('grant %s on %sto %s', a.privilege_type, beside, a.grantee::regrole)
  from t, aclexplode(t.relacl) a where a.grantee <> t.relowner and a.grantee <> 0
union all
select 'table', 5, '', format('alter table %senable row level security', beside) from t where relrowsecurity
union all
select 'table', 6, '', format('alter table %sforce row level security', beside) from t where relforcerowsecurity
union all
select 'table', 7, p.policyname, format('create policy %I on %sas %s for %s to %s%s%s', p.policyname, beside, p.permissive, p.cmd,
         array_to_string(p.roles, ', '), ' using (' || p.qual || ')', ' with check (' || p.with_check || ')')
  from t join pg_policies p on p.schemaname = t.nspname and p.tablename = t.relname
order by nr, name`;

/** A table's columns with all that belongs to them, one a row, in their order. $1 name. */
export const columnsOf = sql`
select a.attname, format_type(a.atttypid, a.atttypmod) as type, a.attnotnull, a.attcollation::regcollation::text as collation,
       a.attgenerated, a.attidentity, pg_get_expr(d.adbin, d.adrelid) as initial
  from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
 where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped
 order by a.attnum`;

/** What else hangs on a table and would stay with the old one: triggers, foreign keys, other views. $1 name. */
export const hangingOn = sql`
select 'trigger ' || tgname as what from pg_trigger where tgrelid = $1::regclass and not tgisinternal
union all
select 'foreign key ' || conname from pg_constraint where contype = 'f' and $1::regclass in (conrelid, confrelid)
union all
select distinct 'view ' || r.ev_class::regclass::text
  from pg_depend d join pg_rewrite r on r.oid = d.objid
 where d.classid = 'pg_rewrite'::regclass and d.refclassid = 'pg_class'::regclass and d.refobjid = $1::regclass
   and r.ev_class <> d.refobjid`;

/** One at a time builds beside a table; its readers and writers do not notice. */
export const buildAlone = (name: string): string => sql`lock table ${name} in share update exclusive mode`;

/** An empty table with the columns of another. All names here and below are ours. */
export const emptyLike = (like: string, name: string): string => sql`
create table ${name} (like ${like} including defaults including constraints including generated including identity
  including storage including compression including comments)`;

export const moveTable = (name: string, schema: string): string => sql`alter table ${name} set schema ${schema}`;
export const dropTable = (name: string): string => sql`drop table if exists ${name}`;
export const analyzeTable = (name: string): string => sql`analyze ${name}`;

/** How two tables of one shape differ, in rows. */
export const differencesOf = (live: string, other: string): string => sql`
select count(*)::int as different,
       count(*) filter (where l.org is null)::int as added,
       count(*) filter (where o.org is null)::int as missing
  from ${live} l full join ${other} o on o.org = l.org and o.id = l.id
 where l is distinct from o`;

/** Some of the rows in which they differ, by key, and in which columns: never what stands in them. $1 how many. */
export const differingRows = (live: string, other: string): string => sql`
select coalesce(l.org, o.org)::text as org, coalesce(l.id, o.id)::text as id,
       case when l.org is null then 'added' when o.org is null then 'missing' else 'changed' end as how,
       case when l.org is null or o.org is null then '{}'::text[] else array(
         select was.key from jsonb_each(to_jsonb(l)) was
          where was.value is distinct from to_jsonb(o) -> was.key order by was.key) end as columns
  from ${live} l full join ${other} o on o.org = l.org and o.id = l.id
 where l is distinct from o
 order by 1, 2 limit $1`;

/** Fences the live reader off from every ledger until the transaction ends. $1 reader, $2 version. */
export const fenceLive = sql`
select ledger, position::text from readers.checkpoints
 where reader = $1 and version = $2 and slot = 'live' order by ledger for update`;

/** Where the checkpoints of one slot stand. $1 reader, $2 version, $3 slot. */
export const slotPositions = sql`
select ledger, position::text from readers.checkpoints where reader = $1 and version = $2 and slot = $3 order by ledger`;

/** $1 reader, $2 version, $3 slot, $4 the slot that its checkpoints are of from now on. */
export const relabel = sql`
update readers.checkpoints set slot = $4, moved_at = clock_timestamp() where reader = $1 and version = $2 and slot = $3`;

/** $1 reader, $2 version, $3 slots. */
export const forgetSlots = sql`
delete from readers.checkpoints where reader = $1 and version = $2 and slot = any ($3)`;

/** $1 reader, $2 version. */
export const forgetParked = sql`delete from readers.parked where reader = $1 and version = $2`;

/** One row where a reader has or had a checkpoint of this version. $1 reader, $2 version. */
export const knowsVersion = sql`select 1 from readers.checkpoints where reader = $1 and version = $2 limit 1`;

/** $1 reader, $2 version, $3 act, $4 differences or null, $5 organization, $6 person. */
export const noteSwitch = sql`
insert into readers.switches (reader, version, act, differences, org, person) values ($1, $2, $3, $4, $5, $6)`;

/** The first statement of a transaction that sees one moment only. */
export const takeSnapshot = sql`set transaction isolation level repeatable read, read only`;
