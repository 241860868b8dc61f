import { type Migration, sql, tenantPolicies } from '#kernel/platform';

export const concernInboxMigration: Migration = {
  name: '1301-concern-inbox-view',
  sql: sql`
create table views.concern_inbox_v1 (
  org uuid not null,
  id uuid not null,
  status text not null,
  open boolean not null,
  channel text not null,
  facility_id uuid not null,
  unit_id uuid,
  language text not null,
  category text,
  kinds jsonb not null,
  grievance boolean not null,
  severity text,
  owner uuid,
  anonymous boolean not null,
  reachable boolean not null,
  still_at_risk boolean not null,
  quarantined boolean not null,
  spam_proposed boolean not null,
  new_words boolean not null,
  owed jsonb not null,
  merged_into uuid,
  safety_event_id uuid,
  outcome_untold boolean not null,
  answered_in_full boolean not null,
  received_at timestamptz not null,
  acknowledged_at timestamptz,
  responded_at timestamptz,
  ended_at timestamptz,
  promised_at timestamptz,
  urgent_due_at timestamptz not null,
  acknowledgement_due_at timestamptz not null,
  grievance_due_at timestamptz not null,
  answer_due_at timestamptz not null,
  last_moved_at timestamptz not null,
  due_at timestamptz not null,
  revision bigint not null,
  position bigint not null,
  primary key (org, id)
);
create index concern_inbox_v1_due on views.concern_inbox_v1 (org, due_at, id) where open;
create index concern_inbox_v1_open on views.concern_inbox_v1 (org, received_at desc, id desc) where open;
create index concern_inbox_v1_newest on views.concern_inbox_v1 (org, received_at desc, id desc);
create index concern_inbox_v1_owner on views.concern_inbox_v1 (org, owner, received_at desc, id desc);
create index concern_inbox_v1_safety_event on views.concern_inbox_v1 (org, safety_event_id);
${tenantPolicies('views.concern_inbox_v1')}`,
};
