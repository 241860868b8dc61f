import { sql } from '#kernel/platform';

/** One person saves one draft at a time, so that the count holds. $1 org, $2 person. */
export const waitOwnTurn = sql`select pg_advisory_xact_lock(hashtextextended('drafts' || $1::text || $2::text, 0))`;

/** Saves a draft, unless it would be one too many: then nothing comes back. $1 org, $2 person, $3 id, $4 content, $5 at most. */
export const saveDraft = sql`
insert into safety_events.drafts as d (org, person, id, content)
select $1::uuid, $2::uuid, $3::uuid, $4::bytea
where (select count(*) from safety_events.drafts o
        where o.org = $1 and o.person = $2 and o.id <> $3 and o.content is not null) < $5
on conflict (org, person, id) do update set content = excluded.content, saved_at = clock_timestamp()
returning d.saved_at as "savedAt"`;

/** A person's drafts, newest first. $1 org, $2 person, $3 one of them or null for all. */
export const draftsOf = sql`
select id, content, saved_at as "savedAt" from safety_events.drafts
where org = $1 and person = $2 and ($3::uuid is null or id = $3) and content is not null order by saved_at desc, id`;

/** $1 org, $2 person, $3 id. */
export const throwAway = sql`
update safety_events.drafts set content = null, saved_at = clock_timestamp()
where org = $1 and person = $2 and id = $3 and content is not null`;

/** Deletes what was thrown away, and what nobody touched for long. $1 days. */
export const sweepDrafts = sql`
delete from safety_events.drafts
where content is null or saved_at < clock_timestamp() - make_interval(days => $1)
returning org, id`;
