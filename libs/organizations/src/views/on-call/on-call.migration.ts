import { type Migration, sql, tenantPolicies } from '#kernel/platform';

export const onCallMigration: Migration = {
  name: '1007-on-call-view',
  sql: sql`
create table views.on_call_v1 (
  org uuid not null,
  id uuid not null,
  duty text not null,
  person uuid not null,
  begins_at timestamptz not null,
  ends_at timestamptz not null,
  released boolean not null,
  position bigint not null,
  primary key (org, id)
);
create index on_call_v1_duty on views.on_call_v1 (org, duty, ends_at);
${tenantPolicies('views.on_call_v1')}`,
};
