import { sql } from '#kernel/platform';

/** What of all organizations is due to be tended, the first first. $1 now, $2 and $3 where the page before ended, $4 at most. */
export const wakesDue = sql`
select org, id, stream, facility_id as "facilityId", next_wake_at as "at" from views.due_list_v1
where next_wake_at <= $1 and (next_wake_at, id) > ($2::timestamptz, $3::uuid)
order by next_wake_at, id limit $4`;

/** When the next one comes that is not due yet. $1 now. */
export const nextWake = sql`select min(next_wake_at) as "at" from views.due_list_v1 where next_wake_at > $1`;
