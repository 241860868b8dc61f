import { sql } from '#kernel/platform';

/** The newest safety events, as somebody would write it by hand. $1 organization. */
export const listByHand = sql`
select * from views.safety_event_list_v2 where org = $1 order by reported_at desc, id desc limit 51`;

/** Falls at one facility, the newest report first. $1 organization, $2 facility. */
export const fallsByHand = sql`
select * from views.safety_event_list_v2
where org = $1 and facility_id = $2 and status <> 'merged' and (category = 'fall' or further_categories @> '["fall"]')
order by reported_at desc, id desc limit 51`;

/** Deaths of one kind that were reported by telephone: what is rare among many. $1 organization. */
export const rareByHand = sql`
select * from views.safety_event_list_v2
where org = $1 and status <> 'merged' and harm = 'death' and source = 'patient_phone' and category = 'blood'
order by reported_at desc, id desc limit 51`;

/** What media ask about: an index knows the few that are flagged. $1 organization. */
export const flaggedByHand = sql`
select * from views.safety_event_list_v2
where org = $1 and status <> 'merged' and flags <> '[]' and flags @> '["media"]'
order by reported_at desc, id desc limit 51`;

/** The most severe that are open. $1 organization. */
export const severestByHand = sql`
select * from views.safety_event_list_v2
where org = $1 and status not in ('closed', 'redirected', 'merged', 'transferred', 'voided')
order by weight desc, reported_at desc, id desc limit 51`;

/** What happened in a time, the oldest first. $1 organization, $2 and $3 the time. */
export const happenedByHand = sql`
select * from views.safety_event_list_v2
where org = $1 and status <> 'merged' and event_at >= $2 and event_at < $3 order by event_at, id limit 51`;

/** What waits for triage or confirmation. $1 organization. */
export const inboxByHand = sql`
select * from views.safety_event_list_v2
where org = $1 and status in ('reported', 'triaged') order by status, -weight, reported_at, id limit 51`;

/** How a statement is carried out, and what it took. */
export const explained = (statement: string): string => sql`explain (analyze, buffers) ${statement}`;

/** What the planner should know after so many rows have come at once. */
export const knowTheList = sql`analyze views.safety_event_list_v2`;

const LATE_FIRST = sql`
select line.*, clock.due_at from views.resolution_work_list_v2 line
left join (select stream, min(due_at) filter (where state <> 'paused') as due_at from views.due_list_v1
  where org = $1 and category = 'resolution-case' and open group by stream) clock
  on clock.stream = 'resolution-case-' || line.id`;

/** The open cases, latest identified first. $1 organization. */
export const workListByHand = sql`
select * from views.resolution_work_list_v2
where org = $1 and status not in ('closed', 'transferred', 'merged', 'withdrawn')
order by identified_at desc, id desc limit 51`;

/** The open cases beside their clocks, next due first. $1 organization. */
export const dueByHand = sql`
${LATE_FIRST}
where line.org = $1 and line.status not in ('closed', 'transferred', 'merged', 'withdrawn')
order by clock.due_at, line.id limit 201`;

/** One case with all its facts. $1 organization, $2 id. */
export const caseByHand = sql`
select * from views.resolution_case_v2 where org = $1 and id = $2`;

/** One case as its patient may see it. $1 organization, $2 id. */
export const patientViewByHand = sql`
select * from views.where_we_are_now_v2 where org = $1 and id = $2`;

/** Some case. $1 organization. */
export const someCase = sql`
select id::text as id from views.resolution_work_list_v2 where org = $1 order by identified_at limit 1`;

/** How many safety events and cases the views have. $1 organization. */
export const counted = sql`
select (select count(*)::int from views.safety_event_list_v2 where org = $1) as "safetyEvents",
  (select count(*)::int from views.resolution_work_list_v2 where org = $1) as cases`;
