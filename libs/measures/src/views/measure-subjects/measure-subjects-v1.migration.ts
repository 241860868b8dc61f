import { type Migration, sql, tenantPolicies } from '#kernel/platform';

export const measureSubjectsV1Migration: Migration = {
  name: '1301-measure-subjects-view',
  sql: sql`
create table views.measure_subjects_v1 (
  org uuid not null,
  id uuid not null,
  facility_id uuid not null,
  harm text not null,
  subject jsonb not null,
  facts jsonb not null,
  first_anchor_at timestamptz,
  last_anchor_at timestamptz,
  position bigint not null,
  primary key (org, id)
);
create index measure_subjects_v1_anchored on views.measure_subjects_v1 (org, last_anchor_at) where last_anchor_at is not null;
${tenantPolicies('views.measure_subjects_v1')}`,
};
