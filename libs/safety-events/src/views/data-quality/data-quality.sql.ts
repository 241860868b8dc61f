import { sql } from '#kernel/platform';

/** What can be wrong with a record, each as a condition on its line; $2 is now. */
const CONDITIONS = {
  harm_missing: sql`status <> 'reported' and harm is null`,
  harm_unknown: sql`harm = 'unknown' and harm_since < $2::timestamptz - interval '7 days'`,
  category_missing: sql`category is null`,
  unit_missing: sql`unit_id is null`,
  reported_late: sql`reported_at > discovered_at + interval '24 hours'`,
  entered_late: sql`late_entry`,
  time_estimated: sql`event_precision = 'estimated'`,
  patient_facts_missing: sql`event_class = 'incident' and harmed = 'patient' and status <> 'reported' and not patient_facts`,
  source_unanswered: sql`flags @> '["event_type_unanswered"]'`,
} as const;

/** What is checked. */
export type Check = keyof typeof CONDITIONS;
export const CHECKS = Object.keys(CONDITIONS) as readonly Check[];

/** Records that count: those that go on here. $1 organization; $3 facility, or null. */
const looked = sql`
org = $1 and status not in ('voided', 'merged', 'transferred', 'redirected') and ($3::uuid is null or facility_id = $3)`;

/** How many records there are, and how many fail each check. */
export const qualityOf = sql`
select count(*)::int as records,
  ${CHECKS.map((check) => `(count(*) filter (where ${CONDITIONS[check]}))::int as ${check}`).join(',\n  ')}
from views.safety_event_list_v2 where ${looked}`;

/** The records that fail a check, newest first. $4 time and $5 id of the last one that was seen, or null; $6 how many. */
export const failingOf = (check: Check): string => sql`
select id from views.safety_event_list_v2
where ${looked} and ${CONDITIONS[check]}
  and ($4::timestamptz is null or (reported_at, id) < ($4, $5::uuid)) and $2::timestamptz is not null
order by reported_at desc, id desc limit $6`;
