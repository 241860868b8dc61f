import { sql } from '#kernel/platform';
import { appendBatch } from './append-batch.sql.js';
import { appendOne } from './append-one.sql.js';
import { leaf, recordingTime } from './leaf.sql.js';

/** Says where an organization lives. Saying it again changes nothing; saying otherwise fails. */
const place = sql`
create function ledger.place(_org uuid, _ledger smallint) returns void language plpgsql security definer
set search_path = pg_catalog, pg_temp as $$
begin
  if not exists (select from ledger.placements p where p.org = _org) then
    begin
      insert into ledger.placements values (_org, _ledger);
    exception when unique_violation then null; -- somebody was quicker: what they said is compared below
    end;
  end if;
  if not exists (select from ledger.placements p where p.org = _org and p.ledger = _ledger) then
    raise exception 'organization % lives on another ledger', _org using errcode = 'FT005';
  end if;
end $$;`;

/** The only ways into the ledger, and who may go them. */
export const appending = [
  leaf,
  recordingTime,
  appendBatch,
  appendOne,
  place,
  sql`
revoke all on all functions in schema ledger from public;
grant execute on function ledger.append_batch, ledger.append_one, ledger.place to forthright_api, forthright_worker;`,
].join('\n');
