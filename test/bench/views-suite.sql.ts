import { sql } from '#kernel/platform';

/** The newest safety events, as somebody would write it by hand. $1 organization. */
export const listByHand = sql`
select * from views.safety_event_list_v1 where org = $1 order by reported_at desc, id desc limit 51`;

/** The open cases, latest identified first. $1 organization. */
export const workListByHand = sql`
select * from views.resolution_work_list_v1
where org = $1 and status not in ('closed', 'withdrawn') order by identified_at desc, id desc limit 51`;

/** One case with all its facts. $1 organization, $2 id. */
export const caseByHand = sql`
select * from views.resolution_case_v1 where org = $1 and id = $2`;

/** Some case. $1 organization. */
export const someCase = sql`
select id::text as id from views.resolution_work_list_v1 where org = $1 order by identified_at limit 1`;

/** How many safety events and cases the views have. $1 organization. */
export const counted = sql`
select (select count(*)::int from views.safety_event_list_v1 where org = $1) as "safetyEvents",
  (select count(*)::int from views.resolution_work_list_v1 where org = $1) as cases`;
