import { type Migration, sql, tenantPolicies } from '#kernel/platform';

export const whereWeAreNowMigration: Migration = {
  name: '1213-where-we-are-now-view',
  sql: sql`
create table views.where_we_are_now_v1 (
  org uuid not null,
  id uuid not null,
  liaison uuid,
  cover jsonb,
  told jsonb not null,
  primary key (org, id)
);
${tenantPolicies('views.where_we_are_now_v1')}`,
};
