import { type Migration, sql, tenantPolicies } from '#kernel/platform';

/** The list as it was when it counted its own due times; its rows are superseded by those of version 2. */
export const workListMigration: Migration = {
  name: '1201-resolution-work-list-view',
  sql: sql`
create table views.resolution_work_list_v1 (
  org uuid not null,
  id uuid not null,
  safety_event_id uuid not null,
  status text not null,
  facility_id uuid,
  zone text,
  owner uuid,
  liaison uuid,
  contact_given boolean not null,
  communication_lead uuid,
  team jsonb not null,
  billable text,
  hold text not null,
  identified_at timestamptz not null,
  requested_at timestamptz not null,
  activated_at timestamptz,
  disclosed_at timestamptz,
  exception text,
  attempts int not null,
  criteria jsonb not null,
  determination text,
  next_contact_at timestamptz,
  hold_due_at timestamptz,
  determination_due_at timestamptz,
  resolution_due_at timestamptz,
  resolved_at timestamptz,
  closed_at timestamptz,
  last_moved_at timestamptz not null,
  due_at timestamptz not null,
  revision bigint not null,
  position bigint not null,
  primary key (org, id)
);
create index resolution_work_list_v1_open on views.resolution_work_list_v1 (org, identified_at desc, id desc)
  where status not in ('closed', 'withdrawn');
create index resolution_work_list_v1_due on views.resolution_work_list_v1 (org, due_at, id)
  where status not in ('closed', 'withdrawn');
create index resolution_work_list_v1_newest on views.resolution_work_list_v1 (org, identified_at desc, id desc);
create index resolution_work_list_v1_owner on views.resolution_work_list_v1 (org, owner, identified_at desc, id desc);
create index resolution_work_list_v1_team on views.resolution_work_list_v1 using gin (team jsonb_path_ops);
create index resolution_work_list_v1_safety_event on views.resolution_work_list_v1 (org, safety_event_id);
${tenantPolicies('views.resolution_work_list_v1')}`,
};

export const caseLoadMigration: Migration = {
  name: '1211-resolution-case-load',
  sql: sql`
create table views.resolution_work_list_v2 (
  org uuid not null,
  id uuid not null,
  safety_event_id uuid not null,
  standing jsonb not null,
  status text not null,
  facility_id uuid,
  zone text not null,
  owner uuid,
  team jsonb not null,
  cover uuid,
  cover_from timestamptz,
  cover_until timestamptz,
  identified_at timestamptz not null,
  requested_at timestamptz not null,
  begun_at timestamptz not null,
  activated_at timestamptz,
  disclosed_at timestamptz,
  last_contact_at timestamptz,
  next_contact_at timestamptz,
  bills_during_hold int not null,
  resolved_at timestamptz,
  closed_at timestamptz,
  last_moved_at timestamptz not null,
  revision bigint not null,
  position bigint not null,
  primary key (org, id)
);
create index resolution_work_list_v2_open on views.resolution_work_list_v2 (org, identified_at desc, id desc)
  where status not in ('closed', 'transferred', 'merged', 'withdrawn');
create index resolution_work_list_v2_newest on views.resolution_work_list_v2 (org, identified_at desc, id desc);
create index resolution_work_list_v2_status on views.resolution_work_list_v2 (org, status, identified_at desc, id desc);
create index resolution_work_list_v2_owner on views.resolution_work_list_v2 (org, owner, identified_at desc, id desc);
create index resolution_work_list_v2_team on views.resolution_work_list_v2 using gin (team jsonb_path_ops);
create index resolution_work_list_v2_cover on views.resolution_work_list_v2 (org, cover) where cover is not null;
create index resolution_work_list_v2_safety_event on views.resolution_work_list_v2 (org, safety_event_id);
${tenantPolicies('views.resolution_work_list_v2')}`,
};
