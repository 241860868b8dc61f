import { type Migration, sql, tenantPolicies } from '#kernel/platform';

/** Beside the second table, which knew neither the course of a case nor who is owed support: it is filled from the log by itself. */
export const measureSubjectsV3Migration: Migration = {
  name: '1222-measure-subjects-view-3',
  sql: sql`
create table views.measure_subjects_v3 (
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
create index measure_subjects_v3_anchored on views.measure_subjects_v3 (org, last_anchor_at) where last_anchor_at is not null;
${tenantPolicies('views.measure_subjects_v3')}`,
};
