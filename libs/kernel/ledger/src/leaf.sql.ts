import { sql } from '#kernel/platform';

/**
 * SHA-256 over all stored fields of an event as text, joined by U+001F; a missing one is the empty text, times are
 * microseconds since 1970. Texts are cast one by one: `concat` would look up each type anew, and cost more than the
 * hash. A plain SQL function, so that the planner writes it into the statements below instead of calling it.
 */
export const leaf = sql`
create function ledger.leaf(
  _ledger smallint, _position bigint, _org uuid, _stream text, _revision int, _event uuid, _type text, _schema smallint,
  _occurred timestamptz, _recorded timestamptz, _actor text, _command uuid, _correlation uuid, _causation uuid,
  _meta json, _data json
) returns bytea language sql stable parallel safe as $$
  select sha256(convert_to(array_to_string(array[
    _ledger::text, _position::text, _org::text, _stream, _revision::text, _event::text, _type, _schema::text,
    (extract(epoch from _occurred) * 1000000)::bigint::text, (extract(epoch from _recorded) * 1000000)::bigint::text,
    _actor, _command::text, _correlation::text, _causation::text, _meta::text, _data::text
  ], E'\x1f', ''), 'UTF8'))
$$;`;

/**
 * The time that a batch is recorded at: the server's own clock, or the one that was told. It never runs back against
 * positions, and nobody may write from the future. Milliseconds, as instants are.
 */
export const recordingTime = sql`
create function ledger.recording_time(_last timestamptz, _told timestamptz) returns timestamptz
language plpgsql volatile as $$
begin
  if _told > clock_timestamp() then
    raise exception 'a told clock may not be ahead of the server' using errcode = 'FT003';
  end if;
  return greatest(_last, date_trunc('milliseconds', coalesce(_told, clock_timestamp())));
end $$;`;
