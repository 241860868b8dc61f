import { sql } from '#kernel/platform';

const TIME = 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"';

/** A stretch of events as they go into lines. $1 ledger, $2 after, $3 up to, $4 organization or null, $5 types or null. */
export const eventsToWrite = sql`
with stretch as (
  select * from ledger.events e
   where e.ledger = $1 and e.position > $2 and e.position <= $3
     and ($4::uuid is null or e.org = $4) and ($5::text[] is null or e.type = any ($5))
), claimed as (
  select c.position, json_agg(json_build_object('scope', c.scope, 'key', c.key) order by c.scope, c.key) as claims
    from ledger.claims c where c.ledger = $1 and c.position > $2 and c.position <= $3 group by 1
)
select e.org, e.stream, e.revision, e.event_id as "eventId", e.type, e.schema_version as "schemaVersion",
       to_char(e.occurred_at at time zone 'UTC', '${TIME}') as "occurredAt",
       to_char(e.recorded_at at time zone 'UTC', '${TIME}') as "recordedAt",
       e.actor, e.command_id as "commandId", e.correlation_id as "correlationId", e.causation_id as "causationId",
       e.ledger, e.position::text as position, encode(e.leaf, 'hex') as leaf, c.claims, e.meta::text as meta, e.data::text as data
from stretch e left join claimed c on c.position = e.position order by e.position`;

/** Where the ledgers end. */
export const ledgerHeads = sql`select ledger, position::text as position from ledger.ledgers order by ledger`;

/** Living keys, wrapped, with what finds their subjects. $1 organization or null, $2 organization and $3 subject before, $4 at most. */
export const keysToWrite = sql`
select k.org, k.subject, encode(k.wrapped, 'base64') as "wrappedKey",
       coalesce((select json_agg(json_build_object('scope', l.scope, 'hash', encode(l.hash, 'hex')) order by l.scope, l.hash)
                   from privacy.lookups l where l.org = k.org and l.subject = k.subject), '[]') as lookups
from privacy.keys k
where k.wrapped is not null and ($1::uuid is null or k.org = $1) and (k.org, k.subject) > ($2::uuid, $3)
order by k.org, k.subject limit $4`;

/** What the first event of an organization came from, if it has a past here. $1 organization. */
export const firstRequest = sql`
select k.request_hash as hash from ledger.events e join ledger.commands k on k.org = e.org and k.command_id = e.command_id
where e.org = $1 order by e.ledger, e.position limit 1`;

/** Keeps keys that were brought. $1 organizations, $2 subjects, $3 keys: arrays of equal length. */
export const bringKeys = sql`
insert into privacy.keys (org, subject, wrapped)
select * from unnest($1::uuid[], $2::text[], $3::bytea[]) on conflict do nothing`;

/** Makes living subjects findable. $1 organizations, $2 scopes, $3 hashes, $4 subjects: arrays of equal length. */
export const bringLookups = sql`
insert into privacy.lookups (org, scope, hash, subject)
select b.* from unnest($1::uuid[], $2::text[], $3::bytea[], $4::text[]) b(org, scope, hash, subject)
join privacy.keys k on k.org = b.org and k.subject = b.subject and k.wrapped is not null on conflict do nothing`;

/** Subjects whose words came without a key are forgotten here. $1 organizations, $2 subjects: arrays of equal length. */
export const forgetKeyless = sql`
select privacy.destroy(array_agg(b.org), array_agg(b.subject))
from (select distinct org, subject from unnest($1::uuid[], $2::text[]) b(org, subject)) b
where not exists (select from privacy.keys k where k.org = b.org and k.subject = b.subject)
having count(*) > 0`;
