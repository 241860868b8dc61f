import { sql } from '#kernel/platform';

/** One command with one event and no claims, by the same rules: at few writers most batches are like this. */
export const appendOne = sql`
create function ledger.append_one(
  _ledger smallint, _told timestamptz,
  _org uuid, _stream text, _expected int, _command uuid, _hash bytea, _actor text, _correlation uuid, _causation uuid,
  _event uuid, _type text, _schema smallint, _occurred timestamptz, _meta json, _data json,
  out outcome text, out stream text, out revision int, out "position" bigint, out claim int
) language plpgsql security definer
set search_path = pg_catalog, pg_temp set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
declare
  head ledger.ledgers;
  known record;
  _recorded timestamptz;
  _revision int;
  _last bigint;
begin
  if strpos(_stream || _type || _actor, E'\x1f') > 0 then
    raise exception 'a name may not hold U+001F' using errcode = 'FT004';
  end if;
  select * into head from ledger.ledgers l where l.ledger = _ledger for no key update;
  _recorded := ledger.recording_time(head.recorded_at, _told);

  select k.request_hash as hash, k.stream, k.revision, k.position, p.ledger as home,
         (select e.revision from ledger.events e where e.org = _org and e.stream = _stream
           order by e.revision desc limit 1) as stands
    into known
    from (values (_org)) c(org)
    left join ledger.commands k on k.org = c.org and k.command_id = _command
    left join ledger.placements p on p.org = c.org and p.ledger = _ledger;

  outcome := case when known.hash = _hash then 'repeated'
                  when known.hash is not null then 'key-reused'
                  when known.home is null then 'unplaced'
                  when _expected >= 0 and _expected <> coalesce(known.stands, 0) then 'conflict'
                  when _expected = -2 and known.stands is null then 'absent'
                  else 'appended' end;
  stream := coalesce(known.stream, _stream);
  revision := coalesce(known.revision, known.stands, 0);
  position := known.position;
  if outcome <> 'appended' then
    return;
  end if;

  _revision := revision + 1;
  _last := head.position + 1;
  with stored as (
    insert into ledger.events
    values (_ledger, _last, _org, _stream, _revision, _event, _type, _schema, _occurred, _recorded,
            _actor, _command, _correlation, _causation, _meta, _data,
            ledger.leaf(_ledger, _last, _org, _stream, _revision, _event, _type, _schema, _occurred, _recorded,
                        _actor, _command, _correlation, _causation, _meta, _data))
    returning leaf
  ), receipt as (
    insert into ledger.commands values (_org, _command, _hash, _ledger, _stream, _revision, _last)
  ), block as (
    insert into ledger.blocks select _ledger, _last, 1, sha256(head.chain || stored.leaf) from stored returning chain
  )
  update ledger.ledgers l
     set position = _last, chain = block.chain, recorded_at = _recorded, told = l.told or _told is not null
    from block where l.ledger = _ledger;
  revision := _revision;
  position := _last;
end $$;`;
