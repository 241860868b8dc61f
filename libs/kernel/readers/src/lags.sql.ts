import { sql } from '#kernel/platform';

/**
 * How far each reader is behind its ledger. A function of the owner's, since it looks at events of every organization,
 * though only at when they were recorded.
 */
export const lagsFunction = sql`
create function readers.lags()
returns table (reader text, version int, ledger smallint, "position" bigint, behind bigint, seconds float8, trouble text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select c.reader, c.version, c.ledger, c.position, l.position - c.position,
         coalesce(extract(epoch from clock_timestamp() - e.recorded_at), 0)::float8, c.trouble
    from readers.checkpoints c
    join ledger.ledgers l on l.ledger = c.ledger
    left join ledger.events e on e.ledger = c.ledger and e.position = c.position + 1
   order by 1, 2, 3
$$;
revoke all on function readers.lags() from public;
grant execute on function readers.lags() to forthright_api, forthright_worker;
`;

/** The same, and of which slot: a view that is being built anew has a lag too. */
export const slottedLags = sql`
drop function readers.lags();
create function readers.lags()
returns table (reader text, version int, slot text, ledger smallint, "position" bigint, behind bigint, seconds float8, trouble text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select c.reader, c.version, c.slot, c.ledger, c.position, l.position - c.position,
         coalesce(extract(epoch from clock_timestamp() - e.recorded_at), 0)::float8, c.trouble
    from readers.checkpoints c
    join ledger.ledgers l on l.ledger = c.ledger
    left join ledger.events e on e.ledger = c.ledger and e.position = c.position + 1
   order by 1, 2, 3, 4
$$;
revoke all on function readers.lags() from public;
grant execute on function readers.lags() to forthright_api, forthright_worker;
`;

/** The same, and how many streams are parked, and whether it was ever at the head. */
export const parkedLags = sql`
drop function readers.lags();
create function readers.lags()
returns table (reader text, version int, slot text, ledger smallint, "position" bigint, behind bigint, seconds float8,
               trouble text, parked int, built boolean)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select c.reader, c.version, c.slot, c.ledger, c.position, l.position - c.position,
         coalesce(extract(epoch from clock_timestamp() - e.recorded_at), 0)::float8, c.trouble,
         (select count(*)::int from readers.parked p
           where c.slot = 'live' and p.reader = c.reader and p.version = c.version and p.ledger = c.ledger),
         c.built_at is not null
    from readers.checkpoints c
    join ledger.ledgers l on l.ledger = c.ledger
    left join ledger.events e on e.ledger = c.ledger and e.position = c.position + 1
   order by 1, 2, 3, 4
$$;
revoke all on function readers.lags() from public;
grant execute on function readers.lags() to forthright_api, forthright_worker;
`;

/** The lag of every enlisted reader. */
export const lags = sql`
select reader, version, slot, ledger, position::text as position, behind::text as behind, seconds, trouble, parked, built from readers.lags()`;
