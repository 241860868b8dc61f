import { type Migration, sql, tenantPolicies } from '#kernel/platform';

export const safetyEventListMigration: Migration = {
  name: '1101-safety-event-list-view',
  sql: sql`
create table views.safety_event_list_v1 (
  org uuid not null,
  id uuid not null,
  status text not null,
  event_class text not null,
  category text,
  harmed text not null,
  harm_reported text,
  harm_severity text,
  serious boolean,
  facility_id uuid not null,
  unit_id uuid,
  source text not null,
  flags jsonb not null,
  event_at timestamptz not null,
  event_precision text not null,
  reported_at timestamptz not null,
  reporter uuid,
  revision bigint not null,
  position bigint not null,
  primary key (org, id)
);
create index safety_event_list_v1_newest on views.safety_event_list_v1 (org, reported_at desc, id desc);
create index safety_event_list_v1_status on views.safety_event_list_v1 (org, status, reported_at desc, id desc);
create index safety_event_list_v1_reporter on views.safety_event_list_v1 (org, reporter, reported_at desc, id desc);
${tenantPolicies('views.safety_event_list_v1')}`,
};
