import { type Migration, sql, tenantPolicies } from '#kernel/platform';

export const membersMigration: Migration = {
  name: '1002-members-view',
  sql: sql`
create table views.members_v1 (
  org uuid not null,
  id uuid not null,
  name text not null,
  roles jsonb not null,
  position bigint not null,
  primary key (org, id)
);
${tenantPolicies('views.members_v1')}`,
};

/** Added in place: before it there was no event that could fill it, so the rows that are there are right. */
export const memberEmailMigration: Migration = {
  name: '1006-member-email',
  sql: sql`alter table views.members_v1 add column email text;`,
};
