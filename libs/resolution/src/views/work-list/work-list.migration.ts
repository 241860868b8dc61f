import { type Migration, sql, tenantPolicies } from '#kernel/platform';

/** Beside the first table, which knew fewer states and no contacts: it is filled from the log by itself. */
export const workListMigration: Migration = {
  name: '1211-resolution-work-list-view-2',
  sql: sql`
create table views.resolution_work_list_v2 (
  org uuid not null,
  id uuid not null,
  safety_event_id uuid not null,
  status text not null,
  held_from text,
  cycle int not null,
  facility_id uuid,
  zone text,
  owner uuid,
  liaison uuid,
  contact_given boolean not null,
  communication_lead uuid,
  members jsonb not null,
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
  last_contact_at timestamptz,
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
create index resolution_work_list_v2_open on views.resolution_work_list_v2 (org, identified_at desc, id desc)
  where status not in ('closed', 'withdrawn', 'transferred', 'merged');
create index resolution_work_list_v2_due on views.resolution_work_list_v2 (org, due_at, id)
  where status not in ('closed', 'withdrawn', 'transferred', 'merged');
create index resolution_work_list_v2_newest on views.resolution_work_list_v2 (org, identified_at desc, id desc);
create index resolution_work_list_v2_owner on views.resolution_work_list_v2 (org, owner, identified_at desc, id desc);
create index resolution_work_list_v2_team on views.resolution_work_list_v2 using gin (team jsonb_path_ops);
create index resolution_work_list_v2_safety_event on views.resolution_work_list_v2 (org, safety_event_id);
${tenantPolicies('views.resolution_work_list_v2')}`,
};
