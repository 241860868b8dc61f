import { sql } from '#kernel/platform';

/** The head of a ledger beside what the tables really end with, in one snapshot. $1 ledger. */
export const headToVerify = sql`
select l.position, l.chain, l.told,
       (select max(e.position) from ledger.events e where e.ledger = l.ledger) as last_event,
       (select max(b.last_position) from ledger.blocks b where b.ledger = l.ledger) as last_block
from ledger.ledgers l where l.ledger = $1`;

/**
 * A stretch of events, each with where its stream's revision before it stands, and whether its command's
 * receipt is there. $1 ledger, $2 after, $3 up to.
 */
export const eventsToVerify = sql`
select e.ledger, e.position, e.org, e.stream, e.revision, e.event_id, e.type, e.schema_version,
       (extract(epoch from e.occurred_at) * 1000000)::bigint as occurred_us,
       (extract(epoch from e.recorded_at) * 1000000)::bigint as recorded_us,
       e.actor, e.command_id, e.correlation_id, e.causation_id, e.meta::text as meta, e.data::text as data, e.leaf,
       before.position as before,
       exists (select from ledger.commands k where k.org = e.org and k.command_id = e.command_id
                  and k.stream = e.stream and k.position >= e.position) as receipted
from ledger.events e
left join ledger.events before on before.org = e.org and before.stream = e.stream and before.revision = e.revision - 1
where e.ledger = $1 and e.position > $2 and e.position <= $3 order by e.position`;

/** The blocks that end within a stretch. $1 ledger, $2 after, $3 up to. */
export const blocksToVerify = sql`
select b.last_position, b.events, b.chain
from ledger.blocks b where b.ledger = $1 and b.last_position > $2 and b.last_position <= $3 order by b.last_position`;
