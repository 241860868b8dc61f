import { sql } from '#kernel/platform';

/** Asks for notices. $1 orgs, $2 keys, $3 codes, $4 urgencies, $5 addressees, $6 streams, $7 params: arrays of equal length. */
export const askNotices = sql`
insert into effects.notices (org, key, code, urgency, addressee, about, params)
select * from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::jsonb[], $6::text[], $7::jsonb[])
on conflict do nothing`;

/** Takes the next notice that nobody has spread yet. */
export const takeNotice = sql`
select org, key, code, urgency, addressee, about, params from effects.notices
where spread_at is null and due_at <= clock_timestamp() order by due_at limit 1 for update skip locked`;

/** Puts a notice off. $1 org, $2 key, $3 seconds, $4 why. */
export const putOff = sql`
update effects.notices set due_at = clock_timestamp() + make_interval(secs => $3), trouble = $4
where org = $1 and key = $2 and spread_at is null`;

/** $1 org, $2 key. */
export const markSpread = sql`update effects.notices set spread_at = clock_timestamp(), trouble = null where org = $1 and key = $2`;

/** Puts a notice into inboxes. $1 org, $2 people, $3 key, $4 code, $5 urgency, $6 about, $7 params, $8 how they were found. */
export const putIntoInboxes = sql`
insert into effects.inbox (org, person, key, code, urgency, about, params, reached)
select $1, p, $3, $4, $5, $6, $7, $8 from unnest($2::uuid[]) p on conflict do nothing`;

/** Asks for mails, which wait for a person where the notice is of a restored past. $1 org, $2 people, $3 key of the notice, $4 code, $5 about, $6 params. */
export const askMails = sql`
insert into effects.effects (org, key, kind, code, about, params, person, state)
select $1, $3 || '/' || p, 'mail', $4, $5, $6, p,
       case when exists (select from effects.holds h
                          where $3 ~ ('-' || h.ledger || '-[0-9]+$') and substring($3 from '[0-9]+$')::bigint <= h.up_to)
            then 'held' else 'pending' end
from unnest($2::uuid[]) p on conflict do nothing`;

/** What was with a provider when its worker went away: nobody knows. */
export const expireLeases = sql`
with lost as (
  update effects.effects set state = 'unknown', trouble = 'the worker went away while sending'
  where state = 'sending' and leased_until < clock_timestamp() returning org, key, state, attempts, trouble
)
insert into effects.history (org, key, state, attempt, trouble) select * from lost returning key`;

/** What has waited for more than a day is no page any more: a person says whether it still is to go. $1 hours. */
export const holdStale = sql`
with stale as (
  update effects.effects set state = 'held', trouble = 'too old to go by itself'
  where state = 'pending' and coalesce(asked_again_at, asked_at) < clock_timestamp() - make_interval(hours => $1)
  returning org, key, state, attempts, trouble
)
insert into effects.history (org, key, state, attempt, trouble) select * from stale returning key`;

/** Takes the next mail that is due, and notes that it is being sent. $1 lease in seconds. */
export const takeMail = sql`
with next as (
  select org, key from effects.effects where state = 'pending' and due_at <= clock_timestamp()
  order by due_at limit 1 for update skip locked
), taken as (
  update effects.effects e
  set state = 'sending', attempts = e.attempts + 1, leased_until = clock_timestamp() + make_interval(secs => $1)
  from next where e.org = next.org and e.key = next.key
  returning e.org, e.id, e.key, e.code, e.about, e.params, e.person, e.attempts, e.attempts - e.forgiven as tries
), noted as (
  insert into effects.history (org, key, state, attempt) select org, key, 'sending', attempts from taken
)
select * from taken`;

/** Says how a try ended, unless somebody else has said so. $1 org, $2 key, $3 attempt, $4 state, $5 seconds to wait, $6 provider id, $7 trouble. */
export const settle = sql`
with settled as (
  update effects.effects
  set state = $4, due_at = clock_timestamp() + make_interval(secs => $5), provider_id = $6, trouble = $7, leased_until = null
  where org = $1 and key = $2 and attempts = $3 and decided_at is null
    and (state = 'sending' or (state = 'unknown' and $4 = 'sent')) returning org, key, state, attempts, trouble
)
insert into effects.history (org, key, state, attempt, trouble) select * from settled returning key`;

/** $1 org, $2 key, $3 recipient, $4 subject, $5 body. */
export const putIntoMailbox = sql`
insert into effects.mailbox (org, key, recipient, subject, body) values ($1, $2, $3, $4, $5) on conflict do nothing`;

/** The newest of the development mailbox. $1 at most. */
export const readMailbox = sql`
select org, key, recipient, subject, body, at from effects.mailbox_entries($1)`;

/** What waits for a person's decision. $1 org. */
export const tasks = sql`
select id, key, code, about, person, state, attempts, trouble, asked_at as "askedAt" from effects.effects
where org = $1 and state in ('unknown', 'dead', 'held') and decided_at is null order by asked_at, key limit 500`;

/** A person's decision. $1 org, $2 id, $3 state, $4 person. Only what waits for one. */
export const resolve = sql`
with resolved as (
  update effects.effects
  set state = $3, due_at = clock_timestamp(), trouble = null,
      decided_at = case when $3 = 'pending' then null else clock_timestamp() end,
      forgiven = case when $3 = 'pending' then attempts else forgiven end,
      asked_again_at = case when $3 = 'pending' then clock_timestamp() else asked_again_at end
  where org = $1 and id = $2 and state in ('unknown', 'dead', 'held') and decided_at is null returning org, key, state, attempts
)
insert into effects.history (org, key, state, attempt, decided_by) select org, key, state, attempts, $4 from resolved returning key`;

/** A person's inbox, newest first. $1 org, $2 person, $3 at most. */
export const inboxOf = sql`
select id, code, urgency, about, params, reached, at, read_at as "readAt", acknowledged_at as "acknowledgedAt"
from effects.inbox where org = $1 and person = $2 order by at desc, key limit $3`;

/** $1 org, $2 person, $3 item. */
export const markRead = sql`
update effects.inbox set read_at = coalesce(read_at, clock_timestamp()) where org = $1 and person = $2 and id = $3 returning id`;

/** $1 org, $2 person, $3 item. */
export const acknowledge = sql`
update effects.inbox set acknowledged_at = coalesce(acknowledged_at, clock_timestamp()), read_at = coalesce(read_at, clock_timestamp())
where org = $1 and person = $2 and id = $3 and urgency = 'page' returning id`;

/** How many effects are in each state but sent. */
export const counted = sql`select state, effects from effects.counts()`;
