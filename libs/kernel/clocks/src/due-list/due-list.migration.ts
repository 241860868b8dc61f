import { type Migration, sql, tenantPolicies } from '#kernel/platform';

export const dueListMigration: Migration = {
  name: '0800-due-list-view',
  sql: sql`
create table views.due_list_v1 (
  org uuid not null,
  id uuid not null,
  stream text collate "C" not null,
  category text not null,
  kind text not null,
  facility_id uuid,
  state text not null,
  open boolean not null,
  owner uuid,
  tells text not null,
  life_at_risk boolean not null,
  born_overdue boolean not null,
  unverified boolean not null,
  starts_at timestamptz not null,
  due_at timestamptz not null,
  limit_at timestamptz not null,
  met_at timestamptz,
  next_wake_at timestamptz,
  deadline jsonb not null,
  revision bigint not null,
  position bigint not null,
  primary key (org, id)
);
create index due_list_v1_open on views.due_list_v1 (org, due_at, id) where open;
create index due_list_v1_due on views.due_list_v1 (org, due_at, id);
create index due_list_v1_owner on views.due_list_v1 (org, owner, due_at, id) where open;
create index due_list_v1_stream on views.due_list_v1 (org, stream);
create index due_list_v1_wake on views.due_list_v1 (next_wake_at) where next_wake_at is not null;
${tenantPolicies('views.due_list_v1')}`,
};

/** The open clocks of all records of one kind, next due first: a list of cases looks at nothing else of the due list. */
export const pressingClocksMigration: Migration = {
  name: '0802-due-list-pressing',
  sql: sql`
create index due_list_v1_pressing on views.due_list_v1 (org, category, stream, due_at) include (kind, state) where open;`,
};
