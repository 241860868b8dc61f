import { sql } from '#kernel/platform';

/** The columns of a recorded event. Both texts of JSON come as text: they are parsed in one place. */
const recorded = sql`e.ledger, e.position, e.org, e.stream, e.revision, e.event_id, e.type, e.schema_version,
  e.occurred_at, e.recorded_at, e.actor, e.command_id, e.correlation_id, e.causation_id, e.meta::text as meta, e.data::text as data`;

/** One stream from its beginning. The arguments are literals. */
export const streamOf = (org: string, stream: string): string => sql`
select ${recorded} from ledger.events e where e.org = ${org} and e.stream = ${stream} order by e.revision`;

/** What is known under a command id. The arguments are literals. */
export const commandOf = (org: string, commandId: string): string => sql`
select c.request_hash, c.ledger, c.stream, c.revision, c.position
from ledger.commands c where c.org = ${org} and c.command_id = ${commandId}`;

/** Where an organization lives. The argument is a literal. */
export const placementOf = (org: string): string => sql`select p.ledger from ledger.placements p where p.org = ${org}`;

/**
 * The events after a position, of some types or all (null), and the head, in one snapshot: at least one row, which holds
 * no event where nothing matched. $1 ledger, $2 after, $3 limit, $4 types.
 */
export const pageOf = sql`
select h.position as head, ${recorded}
from ledger.ledgers h
left join ledger.events e on e.ledger = h.ledger and e.position > $2 and e.position <= $2 + $3::int
  and ($4::text[] is null or e.type = any ($4))
where h.ledger = $1 order by e.position`;

/** The last position of a ledger. $1 ledger. */
export const headOf = sql`select h.position from ledger.ledgers h where h.ledger = $1`;
