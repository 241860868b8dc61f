import { sql } from '#kernel/platform';

/**
 * Up to where a ledger's past was brought back from a backup: what follows from an event of it may have left the house
 * already, from the database that was lost. Mails of such events wait for a person.
 */
export const holdsTable = sql`
create table effects.holds (
  ledger smallint primary key,
  up_to bigint not null
);
grant select on effects.holds to forthright_worker;`;

/** Holds everything that follows from what is in the ledgers now. */
export const holdPast = sql`
insert into effects.holds (ledger, up_to) select ledger, position from ledger.ledgers
on conflict (ledger) do update set up_to = greatest(holds.up_to, excluded.up_to)`;

/** Mails on their way become a person's task: `held` where no provider had them yet, `unknown` where one may have. */
export const holdMails = sql`
with stopped as (
  update effects.effects
  set state = case state when 'sending' then 'unknown' else 'held' end, leased_until = null, trouble = 'restored from a backup'
  where state in ('pending', 'sending') returning org, key, state, attempts, trouble
)
insert into effects.history (org, key, state, attempt, trouble) select * from stopped returning key`;
