import { sql, tenantPolicies } from '#kernel/platform';

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

/**
 * The keys of subjects, in the order of the question: the offered one where a subject has and had none, null where it
 * was forgotten. Lookups are kept of those that live. Runs with the caller's rights and tells the transaction its
 * organization. It does not wait for the disk: the append that is sealed under the key does, later in the same log, so
 * what was acknowledged never lacks its key. Subjects are offered in order, lest two calls wait for each other.
 */
export const offerFunction = sql`
create function privacy.offer_keys(_org uuid, _subjects text[], _wrapped bytea[], _owners text[], _scopes text[], _hashes bytea[])
returns table (wrapped bytea) language plpgsql volatile set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
begin
  perform set_config('app.org', _org::text, true), set_config('synchronous_commit', 'off', true);
  insert into privacy.keys (org, subject, wrapped)
  select _org, o.subject, o.wrapped from unnest(_subjects, _wrapped) o(subject, wrapped) order by o.subject
  on conflict do nothing;
  if cardinality(_owners) > 0 then
    insert into privacy.lookups (org, scope, hash, subject)
    select _org, l.scope, l.hash, l.subject
    from unnest(_owners, _scopes, _hashes) l(subject, scope, hash)
    where (select k.wrapped from privacy.keys k where k.org = _org and k.subject = l.subject) is not null
    order by l.scope, l.hash, l.subject
    on conflict do nothing;
  end if;
  return query
    select (select k.wrapped from privacy.keys k where k.org = _org and k.subject = o.subject)
    from unnest(_subjects) with ordinality o(subject, nr) order by o.nr;
end $$;
revoke all on function privacy.offer_keys from public;
grant execute on function privacy.offer_keys to forthright_api, forthright_worker;
`;

/** $1 organization; $2 subjects, $3 wrapped keys; $4 subjects, $5 scopes, $6 hashes of lookups: arrays of equal length. */
export const offerKeys = sql`select wrapped from privacy.offer_keys($1, $2, $3, $4, $5, $6)`;

/** The living keys of several subjects. $1 organization, $2 subjects. */
export const livingKeys = sql`
select subject, wrapped from privacy.keys where org = $1 and subject = any($2::text[]) and wrapped is not null`;

/** Living subjects under a blind index. $1 organization, $2 scope, $3 hash. */
export const subjectsUnder = sql`
select l.subject from privacy.lookups l join privacy.keys k on k.org = l.org and k.subject = l.subject
where l.org = $1 and l.scope = $2 and l.hash = $3 and k.wrapped is not null
order by l.subject`;

/** Under which blind indexes a subject is kept. $1 organization, $2 scope, $3 subject. */
export const indexesOf = sql`
select encode(hash, 'hex') as key from privacy.lookups where org = $1 and scope = $2 and subject = $3 order by hash`;

/** Which of these subjects share a value of a scope: equal numbers, equal values, and no value. $1 organization, $2 scope, $3 subjects. */
export const numberedLookups = sql`
select subject, dense_rank() over (order by hash)::int as number from privacy.lookups
where org = $1 and subject = any($3::text[]) and scope = $2`;
