import { sql } from '#kernel/platform';

/** Parameters of both: $1 organization; $2 facility, $3 unit, $4 source, each or null. */
const waiting = sql`
org = $1 and status in ('reported', 'triaged')
and ($2::uuid is null or facility_id = $2) and ($3::uuid is null or unit_id = $3) and ($4::text is null or source = $4)`;

/**
 * What waits for triage or confirmation: new ones first, the most severe before the rest, of those the oldest. $5 status,
 * $6 weight, $7 time and $8 id of the last one that was seen, or null; $9 how many.
 */
export const inboxOf = sql`
select id, status, event_class as "eventClass", category, harmed, harm, weight, facility_id as "facilityId", unit_id as "unitId",
  source, flags, workforce_kind as "workforceKind", owner, event_at as "eventAt", reported_at as "reportedAt",
  jsonb_array_length(absorbed) as absorbed, revision::int as revision
from views.safety_event_list_v2
where ${waiting}
  and ($5::text is null or (status, -weight, reported_at, id) > ($5, -$6::int, $7::timestamptz, $8::uuid))
order by status, -weight, reported_at, id
limit $9`;

/** How many wait in each state, and how many of them with severe harm or death. */
export const countsOf = sql`
select status, count(*)::int as count, (count(*) filter (where weight >= 4))::int as severe
from views.safety_event_list_v2
where ${waiting}
group by status`;
