import { sql } from '#kernel/platform';

/**
 * Writes down that an event is passed by, if it is the one that the reader is stuck at: its stream is parked there, or the
 * reader halted before it. $1 reader, $2 version, $3 organization, $4 ledger, $5 position, $6 person, $7 reason.
 */
export const skip = sql`
insert into readers.skips (reader, ledger, position, org, stream, type, skipped_by, reason)
select $1, e.ledger, e.position, e.org, e.stream, e.type, $6, $7 from ledger.events e
where e.ledger = $4 and e.position = $5 and e.org = $3
  and (exists (select from readers.parked p where p.reader = $1 and p.version = $2 and p.org = e.org and p.stream = e.stream
                  and p.position = e.position)
    or exists (select from readers.checkpoints c where c.reader = $1 and c.version = $2 and c.slot = 'live' and c.ledger = e.ledger
                  and c.position = e.position - 1 and c.trouble is not null))
on conflict do nothing returning stream, type`;

/** The events that a reader passes by, from a position on. $1 reader, $2 ledger, $3 from. */
export const skippedFrom = sql`
select position::float8 as position from readers.skips where reader = $1 and ledger = $2 and position >= $3`;

/** What is passed by in an organization, the latest first. $1 organization, $2 how many. */
export const latestSkips = sql`
select reader, ledger, position::float8 as position, stream, type, skipped_by as "skippedBy", reason, skipped_at as "skippedAt"
from readers.skips where org = $1 order by skipped_at desc, reader limit $2`;
