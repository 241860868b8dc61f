import { type Migration, sql, tenantPolicies } from '#kernel/platform';

/** The view as it was without the words of kept facts; its rows are superseded by those of version 2. */
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

export const toldFactsMigration: Migration = {
  name: '1215-where-we-are-now-view-2',
  sql: sql`
create table views.where_we_are_now_v2 (
  org uuid not null,
  id uuid not null,
  liaison uuid,
  cover jsonb,
  told jsonb not null,
  cleared jsonb not null,
  primary key (org, id)
);
${tenantPolicies('views.where_we_are_now_v2')}`,
};
