import { sql } from '#kernel/platform';

/**
 * The facts of a measure in some periods, each with its status at a time: the one place where a fact meets a clock.
 * $1 organization, $2 measure, $3 kind of period, $4 first, $5 last period, $6 now; $7 and $8 hold every anchor of these
 * periods in any zone.
 */
const judged = (table: string): string => sql`
select s.id as subject, s.kind, s.facility_id, s.harm, s.event_type, s.source, case $3 when 'month' then f.month when 'quarter' then f.quarter else left(f.month, 4) end as period,
  f."case", f.people, f."anchorAt" as anchor_at, f."dueAt" as due_at, f."doneAt" as done_at, f.why, f.late, f.reopened, f.positions,
  case
    when f.outcome = 'met' and f.waits and f."dueAt" >= $6::timestamptz then 'notMatured'
    when f.outcome <> 'unmet' then f.outcome
    when f."dueAt" is null or f."dueAt" < $6::timestamptz then 'failed'
    else 'notMatured'
  end as status
from ${table} s
cross join lateral jsonb_array_elements(s.facts) one
cross join lateral jsonb_to_record(one) f(
  "case" uuid, people text, month text, quarter text, "anchorAt" timestamptz, "dueAt" timestamptz,
  "doneAt" timestamptz, outcome text, waits boolean, why text, late boolean, reopened boolean, positions jsonb)
where s.org = $1 and s.last_anchor_at >= $7::timestamptz and s.first_anchor_at < $8::timestamptz
  and one->>'measure' = $2 and case $3 when 'month' then f.month when 'quarter' then f.quarter else left(f.month, 4) end between $4 and $5`;

/** How long it took where it was done; what was done before its anchor took no time. */
const minutes = sql`greatest(extract(epoch from done_at - anchor_at) / 60, 0)`;
const matured = sql`status in ('met', 'failed')`;
/** A mean is of those with an exception too: leaving the slow ones out would make it look too good. */
const done = sql`status in ('met', 'failed', 'exception')`;

/**
 * Figures by period and people: of the organization, of each facility, and of safety events of each severity of harm, each
 * type and each source. Parameters of {@link judged}.
 */
const figures = (table: string): string => sql`
with judged as (${judged(table)})
select period, people,
  case when grouping(facility_id) = 0 then 'facility' when grouping(harm) = 0 then 'harm'
    when grouping(event_type) = 0 then 'type' when grouping(source) = 0 then 'source' else 'all' end as "by",
  coalesce(facility_id::text, harm, event_type, source, 'all') as "of",
  count(*) filter (where status = 'met')::int as numerator,
  count(*) filter (where ${matured})::int as denominator,
  count(*) filter (where status = 'excluded')::int as excluded,
  count(*) filter (where status = 'exception')::int as exceptions,
  count(*) filter (where status = 'notMatured')::int as "notMatured",
  count(*) filter (where late and status <> 'excluded')::int as "lateEntries",
  count(*) filter (where reopened and status <> 'excluded')::int as reopened,
  count(*) filter (where done_at is not null and ${matured})::int as timed,
  count(*) filter (where done_at is not null and ${done})::int as done,
  round((avg(${minutes}) filter (where done_at is not null and ${done}) / 1440)::numeric, 2)::float8 as "meanDays",
  round(percentile_cont(0.5) within group (order by ${minutes}) filter (where done_at is not null and ${matured})::numeric, 2)::float8 as "medianMinutes",
  round(percentile_cont(0.9) within group (order by ${minutes}) filter (where done_at is not null and ${matured})::numeric, 2)::float8 as "p90Minutes"
from judged
group by grouping sets ((period, people), (period, people, facility_id), (period, people, harm), (period, people, event_type),
  (period, people, source))
having (grouping(harm) = 1 or harm is not null) and (grouping(event_type) = 1 or event_type is not null)
  and (grouping(source) = 1 or source is not null)
order by period, people, "by", "of"`;

/**
 * The cases behind a figure, by anchor, a page at a time. Parameters of {@link judged}, then $9 people, $10 facility,
 * $11 harm, $12 type, $13 source, $14 status, each or null; $15 anchor and $16 id of the last one that was seen, or null;
 * $17 how many.
 */
export const casesOf = (table: string): string => sql`
with judged as (${judged(table)})
select j.*, coalesce(j."case", j.subject) as id from judged j
where ($9::text is null or people = $9) and ($10::uuid is null or facility_id = $10) and ($11::text is null or harm = $11)
  and ($12::text is null or event_type = $12) and ($13::text is null or source = $13)
  and ($14::text is null or status = $14)
  and ($15::timestamptz is null or (anchor_at, coalesce(j."case", j.subject)) > ($15, $16::uuid))
order by anchor_at, id limit $17`;

/** How far the view has come on the organization's ledger. $9 its name, $10 its version. */
const position = sql`
select c.position::text from readers.checkpoints c join ledger.placements p on p.ledger = c.ledger
where p.org = $1 and c.reader = $9 and c.version = $10 and c.slot = 'live'`;

/**
 * All figures as one list, and how far the view had come when they were counted: one statement, so one snapshot.
 * Parameters of {@link judged}, then $9 and $10.
 */
export const figuresOf = (table: string): string => sql`
select (${position}) as position, (select coalesce(json_agg(f), '[]') from (${figures(table)}) f) as figures`;
