import { type Migration, sql, tenantPolicies } from '#kernel/platform';

export const caseV1Migration: Migration = {
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
