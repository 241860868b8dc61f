import { sql } from '#kernel/platform';

/**
 * Appends what several commands want, in one transaction of its own. The head's row lock comes first, in a statement of
 * its own, so that everything after it sees what the batch before has committed: positions are gapless and in commit
 * order. Then each command is judged by itself, and a refused one never fails its neighbors:
 *
 * - repeated, key-reused: its id is known, with this request or with another;
 * - unplaced: its organization does not live on this ledger;
 * - conflict, absent: its stream does not stand at the revision expected (-1 any, -2 at least one);
 * - claimed: one of its claims belongs to somebody;
 * - appended.
 *
 * Events come in the order of their commands, each command saying how many are its own. The caller sees to it that no
 * stream, id or claim comes twice in a batch; otherwise a unique key fails the whole of it.
 */
export const appendBatch = sql`
create or replace function ledger.append_batch(
  _ledger smallint, _told timestamptz,
  _org uuid[], _stream text[], _expected int[], _command uuid[], _hash bytea[], _actor text[], _correlation uuid[],
  _causation uuid[], _events int[],
  _event uuid[], _type text[], _schema smallint[], _occurred timestamptz[], _meta json[], _data json[],
  _claimant int[], _scope text[], _key text[]
) returns table (outcome text, stream text, revision int, "position" bigint, claim int)
language plpgsql security definer
set search_path = pg_catalog, pg_temp set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
declare
  head ledger.ledgers;
  _recorded timestamptz;
  _outcome text[]; _revision int[]; _position bigint[];
  _taken int[]; -- the first claim of each command that belongs to somebody else
  _before int[]; -- how many events of the batch come before this command's
  _seen int := 0;
  _leaves bytea;
  _last bigint;
begin
  if 1 > any (_events) or (select sum(n) from unnest(_events) n) <> cardinality(_event) then
    raise exception 'events and commands do not match' using errcode = 'FT004';
  end if;
  if strpos(array_to_string(_stream || _type || _actor, ''), E'\x1f') > 0 then
    raise exception 'a name may not hold U+001F' using errcode = 'FT004';
  end if;

  select * into head from ledger.ledgers l where l.ledger = _ledger for no key update;
  _recorded := ledger.recording_time(head.recorded_at, _told);

  if cardinality(_claimant) > 0 then
    select array_agg(t.claim) into _taken
      from (
        select min(w.nth)::int as claim
          from generate_subscripts(_org, 1) c
          left join unnest(_claimant, _scope, _key) with ordinality w(command, scope, key, nth) on w.command = c
            and exists (select from ledger.claims h where h.org = _org[c] and h.scope = w.scope and h.key = w.key)
         group by c order by c
      ) t;
  end if;

  select array_agg(j.outcome), array_agg(j.stream), array_agg(j.revision), array_agg(j.position)
    into _outcome, _stream, _revision, _position
    from (
      select coalesce(k.stream, c.stream) as stream, coalesce(k.revision, s.revision, 0) as revision, k.position,
             case when k.request_hash = c.hash then 'repeated'
                  when k.request_hash is not null then 'key-reused'
                  when p.org is null then 'unplaced'
                  when c.expected >= 0 and c.expected <> coalesce(s.revision, 0) then 'conflict'
                  when c.expected = -2 and s.revision is null then 'absent'
                  when _taken[c.nth] is not null then 'claimed'
                  else 'appended' end as outcome
        from unnest(_org, _stream, _expected, _command, _hash) with ordinality c(org, stream, expected, command, hash, nth)
        left join lateral ( -- with a limit, each is looked up by itself, even by a plan that was made for empty tables
          select * from ledger.commands k where k.org = c.org and k.command_id = c.command limit 1) k on true
        left join lateral (
          select p.org from ledger.placements p where p.org = c.org and p.ledger = _ledger limit 1) p on true
        left join lateral (
          select e.revision from ledger.events e where e.org = c.org and e.stream = c.stream
           order by e.revision desc limit 1) s on true
       order by c.nth
    ) j;

  _last := head.position;
  for c in 1 .. cardinality(_outcome) loop
    _before[c] := _seen;
    _seen := _seen + _events[c];
    if _outcome[c] = 'appended' then
      _last := _last + _events[c];
      _position[c] := _last;
      _revision[c] := _revision[c] + _events[c];
    end if;
  end loop;

  if _last > head.position then
    with stored as (
      insert into ledger.events
      select _ledger, a.position, a.org, a.stream, a.revision, a.event, a.type, a.schema, a.occurred, _recorded,
             a.actor, a.command, a.correlation, a.causation, a.meta, a.data,
             ledger.leaf(_ledger, a.position, a.org, a.stream, a.revision, a.event, a.type, a.schema, a.occurred,
                         _recorded, a.actor, a.command, a.correlation, a.causation, a.meta, a.data)
        from (
          select _position[c] - _events[c] + n as position, _org[c] as org, _stream[c] as stream,
                 _revision[c] - _events[c] + n as revision, _event[_before[c] + n] as event, _type[_before[c] + n] as type,
                 _schema[_before[c] + n] as schema, _occurred[_before[c] + n] as occurred, _actor[c] as actor,
                 _command[c] as command, _correlation[c] as correlation, _causation[c] as causation,
                 _meta[_before[c] + n] as meta, _data[_before[c] + n] as data
            from generate_subscripts(_outcome, 1) c, generate_series(1, _events[c]) n
           where _outcome[c] = 'appended'
          offset 0 -- each subscript once: row and leaf share them
        ) a
      returning leaf, position
    )
    select string_agg(leaf, '' order by position) into _leaves from stored;

    insert into ledger.commands
    select _org[c], _command[c], _hash[c], _ledger, _stream[c], _revision[c], _position[c]
      from generate_subscripts(_outcome, 1) c where _outcome[c] = 'appended';

    if cardinality(_claimant) > 0 then
      insert into ledger.claims
      select _org[w.command], w.scope, w.key, _ledger, _position[w.command]
        from unnest(_claimant, _scope, _key) w(command, scope, key) where _outcome[w.command] = 'appended';
    end if;

    with block as (
      insert into ledger.blocks
      values (_ledger, _last, _last - head.position, sha256(head.chain || _leaves)) returning chain
    )
    update ledger.ledgers l
       set position = _last, chain = block.chain, recorded_at = _recorded, told = l.told or _told is not null
      from block where l.ledger = _ledger;
  end if;

  return query select * from unnest(_outcome, _stream, _revision, _position, _taken);
end $$;`;
