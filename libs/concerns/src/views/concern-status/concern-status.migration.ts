import { type Migration, sql, tenantPolicies } from '#kernel/platform';

export const concernStatusMigration: Migration = {
  name: '1303-concern-status-view',
  sql: sql`
create table views.concern_status_v1 (
  org uuid not null,
  id uuid not null,
  stage text not null,
  assigned boolean not null,
  language text not null,
  codes jsonb not null,
  received_at timestamptz not null,
  added_at timestamptz,
  said jsonb not null,
  merged_into uuid,
  revision bigint not null,
  position bigint not null,
  primary key (org, id)
);
${tenantPolicies('views.concern_status_v1')}`,
};
