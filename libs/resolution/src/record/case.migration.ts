import { type Migration, sql, tenantPolicies } from '#kernel/platform';

/** Beside the first table, which did not keep every type of fact: it is filled from the log by itself. */
export const caseMigration: Migration = {
  name: '1212-resolution-case-view-2',
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
