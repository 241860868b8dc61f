import { type Migration, sql, tenantPolicies } from '#kernel/platform';

export const factsMigration: Migration = {
  name: '1214-resolution-facts-view',
  sql: sql`
create table views.resolution_facts_v1 (
  org uuid not null,
  id uuid not null,
  entries jsonb not null,
  revision bigint not null,
  position bigint not null,
  primary key (org, id)
);
${tenantPolicies('views.resolution_facts_v1')}`,
};
