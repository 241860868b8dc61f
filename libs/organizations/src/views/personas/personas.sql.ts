import { sql } from '#kernel/platform';

/** Every persona, by organization and name. */
export const allPersonas = sql`
select org, persona, person, facility, says from platform.personas order by org, persona`;

/** Keeps one persona; one that is there stays. $1 org, $2 persona, $3 person, $4 facility, $5 says. */
export const keepPersona = sql`
insert into platform.personas (org, persona, person, facility, says) values ($1, $2, $3, $4, $5) on conflict do nothing`;
