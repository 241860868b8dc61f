import { sql } from '#kernel/platform';

/**
 * What is counted in some periods. $1 organization, $2 count or null, $3 kind of period, $4 first, $5 last period; $6 and
 * $7 hold every anchor of these periods in any zone.
 */
const counted = (table: string): string => sql`
select s.id, s.kind, s.facility_id, c.count, c.at, c."of" as parts, c.took, c.positions,
  case $3 when 'month' then c.month when 'quarter' then c.quarter else left(c.month, 4) end as period
from ${table} s
cross join lateral jsonb_to_recordset(s.counts) c(
  count text, at timestamptz, month text, quarter text, "of" jsonb, took float8, positions jsonb)
where s.org = $1 and s.last_anchor_at >= $6::timestamptz and s.first_anchor_at < $7::timestamptz
  and ($2::text is null or c.count = $2)
  and case $3 when 'month' then c.month when 'quarter' then c.quarter else left(c.month, 4) end between $4 and $5`;

/** Lines by count and period: in all and in each part of each split, everywhere and in each facility. */
const lines = (table: string): string => sql`
with counted as (${counted(table)}),
parts as (
  select count, period, facility_id, took, 'all' as "by", 'all' as "of" from counted
  union all
  select c.count, c.period, c.facility_id, c.took, p.key, p.value from counted c cross join lateral jsonb_each_text(c.parts) p
)
select count, period, "by", "of", facility_id as "facilityId", count(*)::int as number, count(took)::int as timed,
  round(percentile_cont(0.5) within group (order by took)::numeric, 2)::float8 as median,
  round(percentile_cont(0.9) within group (order by took)::numeric, 2)::float8 as p90
from parts
group by grouping sets ((count, period, "by", "of"), (count, period, "by", "of", facility_id))
order by count, period, facility_id nulls first, "by", "of"`;

/** How far the view has come on the organization's ledger. $8 its name, $9 its version. */
const position = sql`
select c.position::text from readers.checkpoints c join ledger.placements p on p.ledger = c.ledger
where p.org = $1 and c.reader = $8 and c.version = $9 and c.slot = 'live'`;

/**
 * All lines as one list, and how far the view had come when they were counted: one statement, so one snapshot.
 * Parameters of {@link counted}, then $8 and $9.
 */
export const countsOf = (table: string): string => sql`
select (${position}) as position, (select coalesce(json_agg(l), '[]') from (${lines(table)}) l) as lines`;

/**
 * What is behind a count, by the event that says so first, a page at a time. Parameters of {@link counted}, then $8 split
 * and $9 part, $10 facility, each or null; $11 the place of the last one that was seen, or null; $12 how many.
 */
export const subjectsOf = (table: string): string => sql`
with counted as (${counted(table)})
select c.*, (c.positions->>0)::bigint::text as place from counted c
where ($8::text is null or c.parts->>$8 = $9) and ($10::uuid is null or c.facility_id = $10)
  and ($11::bigint is null or (c.positions->>0)::bigint > $11)
order by (c.positions->>0)::bigint limit $12`;
