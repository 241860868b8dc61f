import { sql } from '#kernel/platform';

/**
 * The request that something belongs to: a position of the organization's ledger, a command's id, or a request's own.
 * $1 org, $2 position or null, $3 id or null.
 */
export const requestOf = sql`
select e.correlation_id as request from ledger.placements p join ledger.events e on e.ledger = p.ledger and e.position = $2
 where p.org = $1 and e.org = $1
union all
select e.correlation_id from ledger.commands c join ledger.events e on e.ledger = c.ledger and e.position = c.position
 where c.org = $1 and c.command_id = $3
union all
select e.correlation_id from readers.refusals r join ledger.events e on e.org = r.org and e.event_id = r.event_id
 where r.org = $1 and r.command_id = $3
union all
select $3::uuid where $3::uuid is not null
limit 1`;

/** What was recorded within a request. The ledger keeps no index by request: this reads all of it. $1 org, $2 request, $3 at most. */
export const eventsOfRequest = sql`
select e.ledger, e.position::text as position, e.event_id as "eventId", e.type, e.stream, e.revision, e.actor,
  e.recorded_at as "recordedAt", e.command_id as "commandId", e.causation_id as "causationId"
from ledger.events e where e.org = $1 and e.correlation_id = $2 order by e.position limit $3`;
