import { sql, tenantPolicies } from '#kernel/platform';

/**
 * How many submissions of the public each organization took in each minute of the last hour, and when one was last put
 * in quarantine. Counts of minutes and nothing else: no address, no submission.
 */
const tables = sql`
create schema gate authorization forthright_owner;
grant usage on schema gate to forthright_api, forthright_worker;
create table gate.submissions (
  org uuid not null,
  minute timestamptz not null,
  taken int not null check (taken > 0),
  primary key (org, minute)
);
create table gate.floods (
  org uuid primary key,
  quarantined_at timestamptz
);
${tenantPolicies('gate.submissions')}
${tenantPolicies('gate.floods')}`;

/**
 * Takes one submission of an organization, or says that no more can be taken. The organization's row is locked first, so
 * that any number of processes count together. What is refused is not counted: a flood ends when it ends, and not when
 * somebody has stopped knocking. The first one in quarantine, after an hour without, tells the risk managers: once for
 * each flood.
 */
const takeFunction = sql`
create function gate.take_submission(_org uuid, _above int, _at_most int)
returns table (verdict text, seconds int)
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
declare
  _hour constant interval := interval '1 hour';
  _now timestamptz;
  _taken bigint;
  _oldest timestamptz;
  _quarantined timestamptz;
begin
  insert into gate.floods (org) values (_org) on conflict do nothing;
  select quarantined_at into _quarantined from gate.floods where org = _org for update;
  _now := clock_timestamp();
  delete from gate.submissions where org = _org and minute <= _now - _hour;
  select coalesce(sum(taken), 0), min(minute) into _taken, _oldest from gate.submissions where org = _org;
  if _taken >= _above + _at_most then
    return query select 'full', greatest(1, ceil(extract(epoch from _oldest + _hour - _now)))::int;
    return;
  end if;
  insert into gate.submissions as s (org, minute, taken) values (_org, date_trunc('minute', _now), 1)
  on conflict (org, minute) do update set taken = s.taken + 1;
  if _taken < _above then
    return query select 'open', 0;
    return;
  end if;
  if _quarantined is null or _quarantined <= _now - _hour then
    insert into effects.notices (org, key, code, urgency, addressee, about, params)
    values (_org, 'public-flood/' || extract(epoch from _now)::text, 'public-flood', 'notice', '{"role": "risk-manager"}',
            'organization-' || _org, jsonb_build_object('above', _above::text, 'atMost', _at_most::text))
    on conflict do nothing;
  end if;
  update gate.floods set quarantined_at = _now where org = _org;
  return query select 'quarantined', 0;
end $$;
revoke all on function gate.take_submission from public;
grant execute on function gate.take_submission to forthright_api, forthright_worker;`;

export const gateSchema = [tables, takeFunction].join('\n');

/** $1 organization, $2 how many are an ordinary hour, $3 how many more are taken in quarantine. */
export const takeSubmission = sql`select verdict, seconds from gate.take_submission($1, $2, $3)`;
