import { type Migration, sql, tenantPolicies } from '#kernel/platform';

/** The list as it was when it did not know who gives support; its rows are superseded by those of version 2. */
export const supportListMigration: Migration = {
  name: '1401-caregiver-support-view',
  sql: sql`
create table views.caregiver_support_v1 (
  org uuid not null,
  id uuid not null,
  staff text not null,
  facility_id uuid,
  relation text not null,
  status text not null,
  tier text,
  offers int not null,
  identified_at timestamptz not null,
  first_offered_at timestamptz,
  last_offered_at timestamptz,
  answer text,
  answered_at timestamptz,
  contacts int not null,
  last_contact_at timestamptz,
  ended_at timestamptz,
  in_error boolean not null,
  revision bigint not null,
  position bigint not null,
  primary key (org, id)
);
create index caregiver_support_v1_open on views.caregiver_support_v1 (org, identified_at, id) where status <> 'ended';
create index caregiver_support_v1_offered on views.caregiver_support_v1 (org, first_offered_at)
  where first_offered_at is not null;
${tenantPolicies('views.caregiver_support_v1')}`,
};

export const ownSupportMigration: Migration = {
  name: '1402-caregiver-support-view-2',
  sql: sql`
create table views.caregiver_support_v2 (
  org uuid not null,
  id uuid not null,
  staff text not null,
  facility_id uuid,
  relation text not null,
  status text not null,
  tier text,
  supporter uuid,
  offers int not null,
  identified_at timestamptz not null,
  first_offered_at timestamptz,
  last_offered_at timestamptz,
  answer text,
  answered_at timestamptz,
  contacts int not null,
  last_contact_at timestamptz,
  ended_at timestamptz,
  in_error boolean not null,
  revision bigint not null,
  position bigint not null,
  primary key (org, id)
);
create index caregiver_support_v2_open on views.caregiver_support_v2 (org, identified_at, id) where status <> 'ended';
create index caregiver_support_v2_offered on views.caregiver_support_v2 (org, first_offered_at)
  where first_offered_at is not null;
${tenantPolicies('views.caregiver_support_v2')}`,
};
