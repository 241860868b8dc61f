import { type Migration, sql, tenantPolicies } from '#kernel/platform';

/** The list as it was when a safety event ended by being closed or voided only; its rows are superseded by those of version 2. */
export const safetyEventListMigration: Migration = {
  name: '1101-safety-event-list-view',
  sql: sql`
create table views.safety_event_list_v1 (
  org uuid not null,
  id uuid not null,
  status text not null,
  event_class text not null,
  category text,
  harmed text not null,
  harm_reported text,
  harm_severity text,
  serious boolean,
  facility_id uuid not null,
  unit_id uuid,
  source text not null,
  flags jsonb not null,
  event_at timestamptz not null,
  event_precision text not null,
  reported_at timestamptz not null,
  reporter uuid,
  revision bigint not null,
  position bigint not null,
  primary key (org, id)
);
create index safety_event_list_v1_newest on views.safety_event_list_v1 (org, reported_at desc, id desc);
create index safety_event_list_v1_status on views.safety_event_list_v1 (org, status, reported_at desc, id desc);
create index safety_event_list_v1_reporter on views.safety_event_list_v1 (org, reporter, reported_at desc, id desc);
${tenantPolicies('views.safety_event_list_v1')}`,
};

export const safetyEventSearchMigration: Migration = {
  name: '1120-safety-event-search',
  sql: sql`
create table views.safety_event_list_v2 (
  org uuid not null,
  id uuid not null,
  status text not null,
  status_before text,
  event_class text not null,
  category text,
  further_categories jsonb not null,
  harmed text not null,
  harm_reported text,
  harm_severity text,
  harm_assessed text,
  harm text,
  weight int not null,
  harm_since timestamptz not null,
  serious boolean,
  facility_id uuid not null,
  unit_id uuid,
  source text not null,
  flags jsonb not null,
  confidentiality text not null,
  workforce_kind text,
  event_at timestamptz not null,
  event_precision text not null,
  discovered_at timestamptz not null,
  reported_at timestamptz not null,
  late_entry boolean not null,
  reporter uuid,
  has_receipt boolean not null,
  owner uuid,
  redirected_to text,
  merged_into uuid,
  absorbed jsonb not null,
  dismissed jsonb not null,
  patients jsonb not null,
  patient_facts boolean not null,
  review_required text,
  addenda int not null,
  messages_to_reporter int not null,
  messages_from_reporter int not null,
  unanswered int not null,
  feedback int not null,
  first_feedback_at timestamptz,
  feedback_days int,
  zone text not null,
  revision bigint not null,
  position bigint not null,
  primary key (org, id)
);
create index safety_event_list_v2_newest on views.safety_event_list_v2 (org, reported_at desc, id desc);
create index safety_event_list_v2_oldest on views.safety_event_list_v2 (org, event_at, id);
create index safety_event_list_v2_severest on views.safety_event_list_v2 (org, weight desc, reported_at desc, id desc);
create index safety_event_list_v2_place on views.safety_event_list_v2 (org, facility_id, event_at, id);
create index safety_event_list_v2_owner on views.safety_event_list_v2 (org, owner, reported_at desc, id desc)
  where owner is not null;
create index safety_event_list_v2_reporter on views.safety_event_list_v2 (org, reporter, reported_at desc, id desc)
  where reporter is not null;
create index safety_event_list_v2_flagged on views.safety_event_list_v2 (org, reported_at desc, id desc)
  where flags <> '[]';
create index safety_event_list_v2_inbox on views.safety_event_list_v2 (org, status, (-weight), reported_at, id)
  where status in ('reported', 'triaged');
create index safety_event_list_v2_estimated on views.safety_event_list_v2 (org, facility_id, event_at, id)
  where event_precision = 'estimated';
${tenantPolicies('views.safety_event_list_v2')}`,
};
