import { sql } from '#kernel/platform';

/** The first half of the advisory locks at which appends are held; the second says where. */
export const HOLD_SPACE = 8013;

/**
 * Places inside the append functions at which a test can hold them, from outside: triggers that take a lock which the
 * test may have taken before. 2: the command's id is in; 3: its events are; 4: everything is, the commit is next.
 */
export const holds = sql`
create function ledger.hold() returns trigger language plpgsql as $$
begin
  perform pg_catalog.pg_advisory_xact_lock_shared(${String(HOLD_SPACE)}, tg_argv[0]::int);
  return null;
end $$;
create trigger hold after insert on ledger.commands for each statement execute function ledger.hold(2);
create trigger hold after insert on ledger.events for each statement execute function ledger.hold(3);
create constraint trigger hold after update on ledger.ledgers deferrable initially deferred
  for each row execute function ledger.hold(4);`;

/** Who waits at a place. $1 space, $2 place. */
export const heldThere = sql`
select pid from pg_locks where locktype = 'advisory' and classid = $1 and objid = $2 and not granted`;
