import { type Migration, sql, tenantPolicies } from '#kernel/platform';

export const safetyEventRecordMigration: Migration = {
  name: '1102-safety-event-record-view',
  sql: sql`
create table views.safety_event_record_v1 (
  org uuid not null,
  id uuid not null,
  reporter uuid,
  facts jsonb not null,
  revision bigint not null,
  position bigint not null,
  primary key (org, id)
);
${tenantPolicies('views.safety_event_record_v1')}`,
};
