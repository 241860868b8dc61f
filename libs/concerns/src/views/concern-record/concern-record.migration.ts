import { type Migration, sql, tenantPolicies } from '#kernel/platform';

export const concernRecordMigration: Migration = {
  name: '1302-concern-record-view',
  sql: sql`
create table views.concern_record_v1 (
  org uuid not null,
  id uuid not null,
  owner uuid,
  facts jsonb not null,
  revision bigint not null,
  position bigint not null,
  primary key (org, id)
);
${tenantPolicies('views.concern_record_v1')}`,
};
