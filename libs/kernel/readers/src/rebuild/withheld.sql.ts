import { sql, tenantPolicies } from '#kernel/platform';

/**
 * What a table beside the live one lacks, because its stream was parked when the table came there: each stream from an
 * event on. The streams of the live table are in `readers.parked`.
 */
export const besideWithheldTable = sql`
create table readers.beside_withheld (
  reader text collate "C" not null,
  version int not null,
  slot text not null check (slot in ('next', 'before')),
  ledger smallint not null,
  org uuid not null,
  stream text collate "C" not null,
  position bigint not null,
  primary key (reader, version, slot, ledger, org, stream)
);
${tenantPolicies('readers.beside_withheld')}
grant select, insert, update, delete on readers.beside_withheld to forthright_worker;
`;

/** What the live reader has parked, and a slot lacks. $1 reader, $2 version, $3 slot, $4 ledger. */
export const withheldBy = sql`
select org::text, stream, position::float8 as position, true as live from readers.parked
 where reader = $1 and version = $2 and ledger = $4
union all
select org::text, stream, position::float8, false from readers.beside_withheld
 where reader = $1 and version = $2 and slot = $3 and ledger = $4`;

/** $1 reader, $2 version, $3 slot, $4 ledger; $5 orgs, $6 streams, $7 positions: arrays of equal length. */
export const withholdFrom = sql`
insert into readers.beside_withheld (reader, version, slot, ledger, org, stream, position)
select $1, $2, $3, $4, w.org, w.stream, w.position from unnest($5::uuid[], $6::text[], $7::bigint[]) w(org, stream, position)
on conflict (reader, version, slot, ledger, org, stream) do update set position = excluded.position`;

/** $1 reader, $2 version, $3 slot, $4 ledger, $5 org, $6 stream. */
export const withholdNoMore = sql`
delete from readers.beside_withheld
where reader = $1 and version = $2 and slot = $3 and ledger = $4 and org = $5 and stream = $6`;

/** $1 reader, $2 version, $3 slots. */
export const forgetWithheld = sql`
delete from readers.beside_withheld where reader = $1 and version = $2 and slot = any ($3)`;

/** What the live table lacks, the one from before will lack. $1 reader, $2 version. */
export const keepWithheld = sql`
insert into readers.beside_withheld (reader, version, slot, ledger, org, stream, position)
select reader, version, 'before', ledger, org, stream, position from readers.parked where reader = $1 and version = $2`;
