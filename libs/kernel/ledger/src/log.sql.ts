import { sql } from '#kernel/platform';

/** The columns of a recorded event. Both texts of JSON come as text: they are parsed in one place. */
const recorded = sql`e.ledger, e.position, e.org, e.stream, e.revision, e.event_id, e.type, e.schema_version,
  e.occurred_at, e.recorded_at, e.actor, e.command_id, e.correlation_id, e.causation_id, e.meta::text as meta, e.data::text as data`;

/**
 * The same as one text, a JSON array: a row of sixteen columns costs whoever reads many of them more than all that is
 * done with them afterwards. Times in UTC, without zone. Null where there is no event.
 */
const recordedInBulk = sql`
  '[' || e.ledger || ',' || e.position || ',"' || e.org || '",' || to_json(e.stream) || ',' || e.revision
  || ',"' || e.event_id || '",' || to_json(e.type) || ',' || e.schema_version
  || ',"' || (e.occurred_at at time zone 'UTC') || '","' || (e.recorded_at at time zone 'UTC')
  || '",' || to_json(e.actor) || ',"' || e.command_id || '","' || e.correlation_id
  || '",' || coalesce('"' || e.causation_id || '"', 'null') || ',' || e.meta || ',' || e.data || ']'`;

/** What {@link streamsOf} answers: who asked, the columns of an event, and those of a known command beside each. */
const columns = sql`
  asked int, ledger smallint, "position" bigint, org uuid, stream text, revision int, event_id uuid, type text,
  schema_version smallint, occurred_at timestamptz, recorded_at timestamptz, actor text, command_id uuid, correlation_id uuid,
  causation_id uuid, meta text, data text, known_hash bytea, known_ledger smallint, known_stream text, known_revision int,
  known_position bigint`;

/**
 * Streams of one organization, each from its beginning and with what is known under a command's id, in one snapshot: at
 * least one row for each question, which holds no event where there is none, and in no promised order. It runs with the caller's rights, under row
 * level security, and tells the transaction its organization: a load is one call with a plan that is kept. That plan may
 * have been made while the tables were empty, when every way looks alike: limits make it look up each question by
 * itself, and the order of revisions, without sorts, leaves only the index by stream.
 */
export const streamsFunction = sql`
create function ledger.streams_of(_org uuid, _streams text[], _commands uuid[]) returns table (${columns})
language plpgsql volatile
set enable_seqscan = off set enable_bitmapscan = off set enable_hashjoin = off set enable_mergejoin = off set enable_sort = off
set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
begin
  perform set_config('app.org', _org::text, true);
  return query
    select q.nr::int, ${recorded}, k.request_hash, k.ledger, k.stream, k.revision, k.position
    from unnest(_streams, _commands) with ordinality q(stream, command, nr)
    left join lateral (
      select * from ledger.events e where e.org = _org and e.stream = q.stream order by e.revision limit 2147483647
    ) e on true
    left join lateral (select * from ledger.commands k where k.org = _org and k.command_id = q.command limit 1) k on true;
end $$;
revoke all on function ledger.streams_of from public;
grant execute on function ledger.streams_of to forthright_api, forthright_worker;
`;

/** $1 organization; $2 streams, $3 command ids or nulls: arrays of equal length. */
export const streamsOf = sql`select * from ledger.streams_of($1, $2, $3)`;

/** Where an organization lives. The argument is a literal. */
export const placementOf = (org: string): string => sql`select p.ledger from ledger.placements p where p.org = ${org}`;

/**
 * The events after a position, of some types or all (null), and the head, in one snapshot: at least one row, which holds
 * no event where nothing matched. $1 ledger, $2 after, $3 limit, $4 types.
 */
export const pageOf = sql`
select h.position as head, ${recordedInBulk} as event
from ledger.ledgers h
left join ledger.events e on e.ledger = h.ledger and e.position > $2 and e.position <= $2 + $3::int
  and ($4::text[] is null or e.type = any ($4))
where h.ledger = $1 order by e.position`;

/** The last position of a ledger. $1 ledger. */
export const headOf = sql`select h.position from ledger.ledgers h where h.ledger = $1`;

/** Events of one stream between two positions, of some types. $1 org, $2 stream, $3 from, $4 to, $5 types. */
export const spanOf = sql`
select ${recorded} from ledger.events e
where e.org = $1 and e.stream = $2 and e.position between $3 and $4 and e.type = any ($5) order by e.revision`;
