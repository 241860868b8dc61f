import { sql, tenantPolicies } from '#kernel/platform';

/**
 * Commands of automations that were refused: codes and ids only. Whoever wrote one cannot take it back. What the ledger
 * took after all, when two workers sent a command at once and something changed in between, was not refused.
 */
export const refusalsTable = sql`
create table readers.refusals (
  org uuid not null,
  command_id uuid not null,
  automation text collate "C" not null,
  version int not null,
  ledger smallint not null,
  position bigint not null,
  stream text collate "C" not null,
  event_id uuid not null,
  command text collate "C" not null,
  code text collate "C" not null,
  field text collate "C",
  refused_at timestamptz not null default clock_timestamp(),
  primary key (org, command_id)
);
create index on readers.refusals (automation, ledger, position);
create index on readers.refusals (refused_at);
${tenantPolicies('readers.refusals')}
grant select on readers.refusals to forthright_api;
grant select, insert on readers.refusals to forthright_worker;

create function readers.refused_lately() returns table (automation text, refused int)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select r.automation, count(*)::int from readers.refusals r
   where r.refused_at > clock_timestamp() - interval '1 day'
     and not exists (select from ledger.commands c where c.org = r.org and c.command_id = r.command_id)
   group by 1
$$;
revoke all on function readers.refused_lately() from public;
grant execute on function readers.refused_lately() to forthright_api, forthright_worker;
`;

/** $1 org, $2 command id, $3 automation, $4 version, $5 ledger, $6 position, $7 stream, $8 event id, $9 command, $10 code, $11 field. */
export const noteRefusal = sql`
insert into readers.refusals (org, command_id, automation, version, ledger, position, stream, event_id, command, code, field)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict do nothing`;

/** What an automation was refused among some positions. $1 automation, $2 ledger, $3 after, $4 up to. */
export const refusedAmong = sql`
select command_id from readers.refusals where automation = $1 and ledger = $2 and position > $3 and position <= $4`;

const refused = sql`
select r.automation, r.version, r.ledger, r.position::text as position, r.stream, r.event_id as "eventId", r.command,
  r.command_id as "commandId", r.code, r.field, r.refused_at as "refusedAt"
from readers.refusals r
where r.org = $1 and not exists (select from ledger.commands c where c.org = r.org and c.command_id = r.command_id)`;

/** What stayed refused in an organization, the newest first. $1 org, $2 at most. */
export const latestRefusals = sql`${refused} order by r.refused_at desc, r.position desc limit $2`;

/** What stayed refused of what followed from some events. $1 org, $2 event ids. */
export const refusalsAfter = sql`${refused} and r.event_id = any ($2) order by r.position`;

/** How many commands of each automation were refused within a day. */
export const refusedLately = sql`select automation, refused from readers.refused_lately()`;
