import { sql, tenantPolicies } from '#kernel/platform';

const notices = sql`
create table effects.notices (
  org uuid not null,
  key text collate "C" not null,
  code text not null,
  urgency text not null check (urgency in ('notice', 'page')),
  addressee jsonb not null,
  about text collate "C" not null,
  params jsonb not null,
  asked_at timestamptz not null default clock_timestamp(),
  spread_at timestamptz,
  due_at timestamptz not null default clock_timestamp(),
  trouble text,
  primary key (org, key)
);
create index notices_to_spread on effects.notices (due_at) where spread_at is null;
${tenantPolicies('effects.notices')}`;

/** What a person finds in their inbox: written once for a person and a notice, whatever is done twice. */
const inbox = sql`
create table effects.inbox (
  org uuid not null,
  person uuid not null,
  key text collate "C" not null,
  id uuid not null default gen_random_uuid(),
  code text not null,
  urgency text not null,
  about text collate "C" not null,
  params jsonb not null,
  reached jsonb not null,
  at timestamptz not null default clock_timestamp(),
  read_at timestamptz,
  acknowledged_at timestamptz,
  primary key (org, person, key)
);
create unique index inbox_item on effects.inbox (org, id);
${tenantPolicies('effects.inbox')}`;

/** What leaves the house: one row for each mail to each person, under a key that no two share. */
const effects = sql`
create table effects.effects (
  org uuid not null,
  id uuid not null default gen_random_uuid(),
  key text collate "C" not null,
  kind text not null check (kind in ('mail')),
  code text not null,
  about text collate "C" not null,
  params jsonb not null,
  person uuid not null,
  state text not null check (state in ('pending', 'sending', 'sent', 'unknown', 'dead', 'held')),
  attempts int not null default 0,
  forgiven int not null default 0,
  due_at timestamptz not null default clock_timestamp(),
  leased_until timestamptz,
  provider_id text,
  trouble text,
  asked_at timestamptz not null default clock_timestamp(),
  asked_again_at timestamptz,
  decided_at timestamptz,
  primary key (org, key)
);
create unique index effects_by_id on effects.effects (org, id);
create index effects_due on effects.effects (due_at) where state = 'pending';
create index effects_leased on effects.effects (leased_until) where state = 'sending';
create index effects_for_people on effects.effects (org, asked_at) where state in ('unknown', 'dead', 'held') and decided_at is null;
${tenantPolicies('effects.effects')}`;

/** Every step of every effect, and who decided where a person did. */
const history = sql`
create table effects.history (
  org uuid not null,
  key text collate "C" not null,
  step bigint generated always as identity,
  state text not null,
  attempt int not null,
  trouble text,
  decided_by uuid,
  at timestamptz not null default clock_timestamp(),
  primary key (org, key, step)
);
create trigger append_only before update or delete or truncate on effects.history
  for each statement execute function ledger.refuse_change();
alter table effects.history enable always trigger append_only;
${tenantPolicies('effects.history')}`;

/**
 * What a development installation would have mailed, to be looked at: of every organization, by whoever sits before it.
 * Addresses and words stand here in clear. In production the table stays empty.
 */
const mailbox = sql`
create table effects.mailbox (
  org uuid not null,
  key text collate "C" not null,
  recipient text not null,
  subject text not null,
  body text not null,
  at timestamptz not null default clock_timestamp(),
  primary key (org, key)
);
${tenantPolicies('effects.mailbox')}
create function effects.mailbox_entries(_limit int)
returns table (org uuid, key text, recipient text, subject text, body text, at timestamptz)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select m.org, m.key, m.recipient, m.subject, m.body, m.at from effects.mailbox m order by m.at desc, m.key limit _limit
$$;
revoke all on function effects.mailbox_entries(int) from public;
grant execute on function effects.mailbox_entries(int) to forthright_api, forthright_worker;`;

const counts = sql`
create function effects.counts() returns table (state text, effects int)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select e.state, count(*)::int from effects.effects e where e.state <> 'sent' and e.decided_at is null group by 1
$$;
revoke all on function effects.counts() from public;
grant execute on function effects.counts() to forthright_api, forthright_worker;`;

export const effectsSchema = [
  sql`create schema effects authorization forthright_owner;
grant usage on schema effects to forthright_api, forthright_worker;`,
  notices,
  inbox,
  effects,
  history,
  mailbox,
  counts,
  sql`
grant select on all tables in schema effects to forthright_api, forthright_worker;
grant insert, update on effects.notices, effects.inbox, effects.effects to forthright_worker;
grant insert on effects.history, effects.mailbox to forthright_worker;
grant update (read_at, acknowledged_at) on effects.inbox to forthright_api;
grant update (state, due_at, trouble, decided_at, asked_again_at, forgiven) on effects.effects to forthright_api;
grant insert on effects.history to forthright_api;`,
].join('\n');
