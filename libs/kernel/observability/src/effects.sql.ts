import { sql } from '#kernel/platform';

/** Outside effects that are not over, by state: those that were sent, or decided by a person, only grow in number. */
export const openEffects = sql`
select state, count(*)::int as effects from effects.effects
where state <> 'sent' and decided_at is null group by state order by state`;
