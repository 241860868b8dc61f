import { type Migration, sql, tenantPolicies } from '#kernel/platform';

export const clockPoliciesMigration: Migration = {
  name: '0820-clock-policies-view',
  sql: sql`
create table views.clock_policies_v1 (
  org uuid not null,
  id uuid not null,
  definitions jsonb not null,
  packs jsonb not null,
  revision bigint not null,
  position bigint not null,
  primary key (org, id)
);
${tenantPolicies('views.clock_policies_v1')}`,
};
