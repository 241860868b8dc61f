import { type Migration, sql, tenantPolicies } from '#kernel/platform';

export const facilitiesMigration: Migration = {
  name: '1001-facilities-view',
  sql: sql`
create table views.facilities_v1 (
  org uuid not null,
  id uuid not null,
  name text not null,
  zone text not null,
  holiday_calendar text not null,
  care_setting text not null,
  ccn text,
  units jsonb not null,
  opened_at timestamptz not null,
  position bigint not null,
  primary key (org, id)
);
${tenantPolicies('views.facilities_v1')}`,
};
