import { sql } from '#kernel/platform';

const last = sql`select e.position::text, e.recorded_at, e.meta->>'zone' as zone
from ledger.events e join ledger.placements p on p.ledger = e.ledger and p.org = e.org where e.org = $1`;

/** The last event of an organization up to a position. $1 organization, $2 position. */
export const lastUpTo = sql`${last} and e.position <= $2 order by e.position desc limit 1`;

/** The last event of an organization that was recorded by a time. $1 organization, $2 time. */
export const lastBy = sql`${last} and e.recorded_at <= $2 order by e.position desc limit 1`;

/** The last event of an organization that says where it happened. $1 organization. */
export const lastPlaced = sql`${last} and e.meta->>'zone' is not null order by e.position desc limit 1`;
