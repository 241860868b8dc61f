import { type Migration, sql, tenantPolicies } from '#kernel/platform';

export const safetyEventFormatsMigration: Migration = {
  name: '1170-safety-event-formats-view',
  sql: sql`
create table views.safety_event_formats_v1 (
  org uuid not null,
  id uuid not null,
  facts jsonb not null,
  revision bigint not null,
  position bigint not null,
  primary key (org, id)
);
${tenantPolicies('views.safety_event_formats_v1')}`,
};
