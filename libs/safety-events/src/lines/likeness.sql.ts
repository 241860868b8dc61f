import { sql } from '#kernel/platform';

/** By how many seconds a time may be off at each precision; an estimate by a week. */
const slack = (precision: string): string =>
  sql`case ${precision} when 'minute' then 60 when 'hour' then 3600 when 'day' then 86400 when 'estimated' then 604800 else 0 end`;

/** What goes on nowhere, or elsewhere: nothing is merged with it. */
const gone = sql`('merged', 'voided', 'transferred')`;

/** Seconds between two events, beyond what their precisions leave open. */
const apart = sql`greatest(0, abs(extract(epoch from o.event_at - s.event_at)::float8) - s.slack - ${slack('o.event_precision')})`;

/** A day, with what both may be off: nothing that is further away can be near. */
const reach = (most: string): string => sql`(interval '1 day' + s.slack * interval '1 second' + interval '${most}')`;

/** The next ones in time on one side, in order of time, so that an index ends the search after $3 of them. */
const side = (than: string, end: string, way: string, known: string, most: string): string => sql`
(select o.id, (${apart} / 60)::int as minutes,
  coalesce(o.unit_id = s.unit_id, false) as same_unit,
  o.category = any (s.categories) or o.further_categories ?| s.categories as same_category
from views.safety_event_list_v2 o
where o.org = s.org and o.facility_id = s.facility_id and o.event_precision ${known} 'estimated'
  and o.event_at ${than} s.event_at and o.event_at ${end} ${reach(most)}
  and o.id <> s.id and o.status not in ${gone} and ${apart} <= 86400
  and not s.dismissed ? o.id::text and not o.dismissed ? s.id::text
order by o.event_at ${way}, o.id ${way} limit $3)`;

const after = (known: string, most: string): string => side('>=', '<= s.event_at + ', 'asc', known, most);
const before = (known: string, most: string): string => side('<', '>= s.event_at - ', 'desc', known, most);

/**
 * Safety events that may be the same as these: at the same facility, within 24 hours as far as the times are known, and not
 * said to be none. No word is compared. $1 organization, $2 ids, $3 how many at most before and after each.
 */
export const nearOf = sql`
with s as (
  select org, id, facility_id, unit_id, event_at, dismissed, ${slack('event_precision')} as slack,
    array_remove(array (select jsonb_array_elements_text(further_categories)) || category, null) as categories
  from views.safety_event_list_v2
  where org = $1 and id = any ($2::uuid[]) and status not in ${gone}
)
select s.id as "of", n.id, n.minutes, n.same_unit as "sameUnit", coalesce(n.same_category, false) as "sameCategory"
from s cross join lateral (
  ${after('<>', '1 day')} union all ${before('<>', '1 day')} union all ${after('=', '7 days')} union all ${before('=', '7 days')}
) n`;
