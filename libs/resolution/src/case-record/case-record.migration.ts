import { type Migration, sql, tenantPolicies } from '#kernel/platform';

/** The record as it was before offers, claims and holds; its rows are superseded by those of version 2. */
export const caseMigration: Migration = {
  name: '1202-resolution-case-view',
  sql: sql`
create table views.resolution_case_v1 (
  org uuid not null,
  id uuid not null,
  facts jsonb not null,
  revision bigint not null,
  position bigint not null,
  primary key (org, id)
);
${tenantPolicies('views.resolution_case_v1')}`,
};

export const caseRecordMigration: Migration = {
  name: '1212-resolution-case-record',
  sql: sql`
create table views.resolution_case_v2 (
  org uuid not null,
  id uuid not null,
  facts jsonb not null,
  revision bigint not null,
  position bigint not null,
  primary key (org, id)
);
${tenantPolicies('views.resolution_case_v2')}`,
};
