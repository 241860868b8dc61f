import { sql } from '#kernel/platform';

/** Where a reader stands now, and what time it is, in ms. $1 reader. */
export const standing = sql`
select position::float8 as position, extract(epoch from clock_timestamp())::float8 * 1000 as at
from readers.checkpoints where reader = $1 and ledger = 1 order by version desc limit 1`;

/** When events were recorded, in ms. $1 from, $2 to. */
export const recordedTimes = sql`
select position::float8 as position, extract(epoch from recorded_at)::float8 * 1000 as at
from ledger.events where ledger = 1 and position between $1 and $2`;

/** A plain table with the columns and keys of the ledger's events. */
export const plainTable = sql`
create table public.plain_events (like ledger.events including all)`;

/** How far the slowest reader of all is behind, the publisher with them: none is to catch up while another is measured. */
export const furthestBehind = sql`
select max(behind)::float8 as behind from readers.lags()`;
