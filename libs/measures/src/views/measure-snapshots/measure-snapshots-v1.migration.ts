import { type Migration, sql, tenantPolicies } from '#kernel/platform';

export const measureSnapshotsV1Migration: Migration = {
  name: '1302-measure-snapshots-view',
  sql: sql`
create table views.measure_snapshots_v1 (
  org uuid not null,
  id uuid not null,
  measure text not null,
  definition_version int not null,
  kind text not null,
  periods jsonb not null,
  figures jsonb not null,
  provisional boolean not null,
  as_of_position bigint not null,
  as_of timestamptz not null,
  taken_at timestamptz not null,
  taken_by uuid not null,
  position bigint not null,
  primary key (org, id)
);
create index measure_snapshots_v1_newest on views.measure_snapshots_v1 (org, taken_at desc, id desc);
${tenantPolicies('views.measure_snapshots_v1')}`,
};
