import { sql } from '#kernel/platform';

/** The events of some commands. $1 command ids. */
export const eventsOfCommands = sql`
select command_id::text as "commandId", stream, revision, position::float8 as position
from ledger.events where command_id = any ($1::uuid[]) order by position`;

/** Events after a position that came of none of these commands, nor of another event. $1 position, $2 command ids. */
export const strangers = sql`
select position::float8 as position, type from ledger.events
where position > $1 and command_id <> all ($2::uuid[]) and causation_id is null order by position`;

/** Where events of some types stand after a position. $1 position, $2 types. */
export const positionsOfTypes = sql`
select event_id as "eventId", position::float8 as position from ledger.events where position > $1 and type = any ($2) order by position`;

/** Events of a type after a position that have not caused exactly one other. $1 position, $2 type. */
export const unfollowed = sql`
select e.position::float8 as position, count(f.position)::int as followers
from ledger.events e left join ledger.events f on f.org = e.org and f.causation_id = e.event_id
where e.position > $1 and e.type = $2 group by 1 having count(f.position) <> 1 order by 1`;
