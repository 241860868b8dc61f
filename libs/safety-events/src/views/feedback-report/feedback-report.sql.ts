import { sql } from '#kernel/platform';

/** The time zones of an organization's reports. $1 organization. */
export const zonesOf = sql`
select distinct zone from views.safety_event_list_v2 where org = $1`;

/**
 * Merged reports whose reporters were told with the one that remains, since feedback is given there to all of them (domain.md
 * 8.16). $1 organization, $2 zones, $3 begin and $4 end of the period in each.
 */
export const toldElsewhere = sql`
with recursive onward as (
  select l.id, l.reported_at, l.zone, l.merged_into as next
  from unnest($2::text[], $3::timestamptz[], $4::timestamptz[]) z(zone, begins, ends)
  join views.safety_event_list_v2 l on l.org = $1 and l.zone = z.zone and l.reported_at >= z.begins and l.reported_at < z.ends
  where l.status = 'merged' and l.feedback = 0
  union
  select o.id, o.reported_at, o.zone, n.merged_into
  from onward o join views.safety_event_list_v2 n on n.org = $1 and n.id = o.next
  where n.merged_into is not null
)
select o.id, o.reported_at as "reportedAt", o.zone, min(n.first_feedback_at) as "toldAt"
from onward o join views.safety_event_list_v2 n on n.org = $1 and n.id = o.next
where n.first_feedback_at >= o.reported_at
group by o.id, o.reported_at, o.zone`;

/**
 * Feedback to staff on what they reported in a period, of the organization and of each facility. Whoever can be told counts:
 * signed in, or with a tracking code. $1 organization, $2 zones, $3 begin and $4 end of the period in each, $5 the time before
 * which a report there is overdue, $6 the limit in business days; $7 merged reports that were told of elsewhere, $8 in how many.
 */
export const feedbackOf = sql`
with of_staff as (
  select l.facility_id, coalesce(l.feedback_days, e.days) as days, l.reported_at < z.overdue_before as is_over,
    l.reporter is not null or l.has_receipt as reachable
  from unnest($2::text[], $3::timestamptz[], $4::timestamptz[], $5::timestamptz[]) z(zone, begins, ends, overdue_before)
  join views.safety_event_list_v2 l on l.org = $1 and l.zone = z.zone and l.reported_at >= z.begins and l.reported_at < z.ends
  left join unnest($7::uuid[], $8::int[]) e(id, days) on e.id = l.id
  where l.source in ('staff_report', 'staff_hotline') and l.status <> 'voided'
)
select case when grouping(facility_id) = 0 then facility_id end as "facilityId",
  (count(*) filter (where reachable))::int as reports,
  (count(*) filter (where not reachable))::int as unreachable,
  (count(*) filter (where reachable and days is not null))::int as told,
  (count(*) filter (where reachable and days <= $6))::int as "inTime",
  (count(*) filter (where reachable and days is null and is_over))::int as overdue,
  percentile_cont(0.5) within group (order by days) filter (where reachable) as "medianDays"
from of_staff
group by grouping sets ((), (facility_id))
order by 1 nulls first`;
