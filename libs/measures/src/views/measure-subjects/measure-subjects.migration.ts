import { type Migration, sql, tenantPolicies } from '#kernel/platform';

/** Beside the third table, which did not know for which of its patients a safety event is eligible: it is filled from the log by itself. */
export const measureSubjectsMigration: Migration = {
  name: '1225-measure-subjects-view-4',
  sql: sql`
create table views.measure_subjects_v4 (
  org uuid not null,
  id uuid not null,
  kind text not null,
  facility_id uuid not null,
  harm text,
  event_type text,
  source text,
  subject jsonb not null,
  bonds jsonb not null,
  facts jsonb not null,
  counts jsonb not null,
  first_anchor_at timestamptz,
  last_anchor_at timestamptz,
  position bigint not null,
  primary key (org, id)
);
create index measure_subjects_v4_anchored on views.measure_subjects_v4 (org, last_anchor_at) where last_anchor_at is not null;
${tenantPolicies('views.measure_subjects_v4')}`,
};
