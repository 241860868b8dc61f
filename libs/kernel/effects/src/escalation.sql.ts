import { sql } from '#kernel/platform';

/** When a page went on to others. Pages from before there was such a thing never do. */
export const escalationColumn = sql`
alter table effects.notices add column escalated_at timestamptz;
update effects.notices set escalated_at = clock_timestamp() where urgency = 'page';
create index notices_to_escalate on effects.notices (spread_at) where urgency = 'page' and escalated_at is null;`;

/**
 * Has pages that nobody acknowledged go on to a role, each once: where they reached somebody else than all of that role,
 * and where they are not so old that they are history. $1 minutes, $2 role, $3 hours.
 */
export const escalate = sql`
with unanswered as (
  select n.org, n.key from effects.notices n
  where n.urgency = 'page' and n.escalated_at is null
    and n.spread_at < clock_timestamp() - make_interval(mins => $1)
  order by n.spread_at limit 100 for update skip locked
), marked as (
  update effects.notices n set escalated_at = clock_timestamp()
  from unanswered u where n.org = u.org and n.key = u.key
  returning n.org, n.key, n.code, n.addressee, n.about, n.params, n.spread_at
)
insert into effects.notices (org, key, code, urgency, addressee, about, params, escalated_at)
select m.org, 'unanswered/' || m.key, m.code, 'page', jsonb_build_object('role', $2::text), m.about,
       m.params || '{"unanswered": "true"}', clock_timestamp()
from marked m
where m.spread_at > clock_timestamp() - make_interval(hours => $3)
  and m.addressee ->> 'role' is distinct from $2
  and not exists (select from effects.inbox i where i.org = m.org and i.key = m.key
                     and (i.acknowledged_at is not null or i.reached ? 'insteadOf'))
on conflict do nothing returning key`;
