import { sql } from '#kernel/platform';

/** The events of some commands. $1 command ids. */
export const eventsOfCommands = sql`
select command_id::text as "commandId", stream, revision, position::float8 as position
from ledger.events where command_id = any ($1::uuid[]) order by position`;

/** Events after a position that came of none of these commands. $1 position, $2 command ids. */
export const strangers = sql`
select position::float8 as position, type from ledger.events
where position > $1 and command_id <> all ($2::uuid[]) order by position`;

/** Where events of some types stand after a position. $1 position, $2 types. */
export const positionsOfTypes = sql`
select position::float8 as position from ledger.events where position > $1 and type = any ($2) order by position`;
