import { literal, sql, tenantPolicies } from '#kernel/platform';

/**
 * One wrapped data key for each subject. A destroyed key leaves its row behind, so that nothing is ever sealed for a
 * forgotten subject again. Servers add keys and read them; only {@link destroySubjects} takes one away.
 */
export const keysTable = sql`
create schema privacy authorization forthright_owner;
grant usage on schema privacy to forthright_api, forthright_worker;
create table privacy.keys (
  org uuid not null,
  subject text collate "C" not null,
  wrapped bytea,
  created_at timestamptz not null default clock_timestamp(),
  destroyed_at timestamptz,
  primary key (org, subject),
  check ((wrapped is null) = (destroyed_at is not null))
);
${tenantPolicies('privacy.keys')}
grant select, insert on privacy.keys to forthright_api, forthright_worker;
`;

/** Blind indexes: which subjects have this record number, without saying which number it is. */
export const lookupsTable = sql`
create table privacy.lookups (
  org uuid not null,
  scope text collate "C" not null,
  hash bytea not null,
  subject text collate "C" not null,
  primary key (org, scope, hash, subject)
);
create index lookups_of_subject on privacy.lookups (org, subject);
${tenantPolicies('privacy.lookups')}
grant select, insert on privacy.lookups to forthright_api, forthright_worker;
`;

/** Which master keys have wrapped data keys here, by id: a process with another one must not start. */
export const masterKeysTable = sql`
create table privacy.master_keys (
  id bytea primary key,
  first_used_at timestamptz not null default clock_timestamp()
);
grant select, insert on privacy.master_keys to forthright_api, forthright_worker;
`;

/** Notes the first master key of a database. $1 id. */
export const noteMasterKey = sql`
insert into privacy.master_keys (id) select $1 where not exists (select from privacy.master_keys) on conflict do nothing`;

/** Whether a master key is one of this database's. $1 id. */
export const knownMasterKey = sql`select exists (select from privacy.master_keys where id = $1) as known`;

/** Forgets subjects, again and again if need be: their keys go, and every way to find them. */
export const destroyFunction = sql`
create function privacy.destroy(_orgs uuid[], _subjects text[]) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  insert into privacy.keys as k (org, subject, wrapped, destroyed_at)
  select distinct org, subject, null::bytea, clock_timestamp() from unnest(_orgs, _subjects) gone(org, subject)
  on conflict (org, subject) do update
    set wrapped = null, destroyed_at = coalesce(k.destroyed_at, excluded.destroyed_at);
  delete from privacy.lookups l using unnest(_orgs, _subjects) gone(org, subject)
  where l.org = gone.org and l.subject = gone.subject;
$$;
revoke all on function privacy.destroy(uuid[], text[]) from public;
grant execute on function privacy.destroy(uuid[], text[]) to forthright_worker;
`;

/** $1 organizations, $2 subjects: arrays of equal length. */
export const destroySubjects = sql`select privacy.destroy($1::uuid[], $2::text[])`;

/** Keeps a new key unless the subject has or had one. */
export const offerKey = (org: string, subject: string, wrapped: Buffer): string => sql`
insert into privacy.keys (org, subject, wrapped)
values (${literal(org)}, ${literal(subject)}, decode(${literal(wrapped.toString('hex'))}, 'hex'))
on conflict (org, subject) do nothing`;

/** Makes a living subject findable. */
export const keepLookup = (org: string, subject: string, scope: string, hash: Buffer): string => sql`
insert into privacy.lookups (org, scope, hash, subject)
select org, ${literal(scope)}, decode(${literal(hash.toString('hex'))}, 'hex'), subject
from privacy.keys where org = ${literal(org)} and subject = ${literal(subject)} and wrapped is not null
on conflict do nothing`;

/** The key of one subject: no row, a row without a key (forgotten), or the key. */
export const keyOf = (org: string, subject: string): string => sql`
select wrapped from privacy.keys where org = ${literal(org)} and subject = ${literal(subject)}`;

/** The living keys of several subjects. $1 organization, $2 subjects. */
export const livingKeys = sql`
select subject, wrapped from privacy.keys where org = $1 and subject = any($2::text[]) and wrapped is not null`;

/** Living subjects under a blind index. $1 organization, $2 scope, $3 hash. */
export const subjectsUnder = sql`
select l.subject from privacy.lookups l join privacy.keys k on k.org = l.org and k.subject = l.subject
where l.org = $1 and l.scope = $2 and l.hash = $3 and k.wrapped is not null
order by l.subject`;
