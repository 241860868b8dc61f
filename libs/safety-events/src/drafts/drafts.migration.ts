import { type Migration, sql, tenantPolicies } from '#kernel/platform';

/**
 * Reports that are not written to their end: each of one person, sealed under a key of its own. What was thrown away waits,
 * empty, for a worker to destroy its key.
 */
export const draftsMigration: Migration = {
  name: '1150-safety-event-drafts',
  sql: sql`
create schema safety_events authorization forthright_owner;
grant usage on schema safety_events to forthright_api, forthright_worker;
create table safety_events.drafts (
  org uuid not null,
  person uuid not null,
  id uuid not null,
  content bytea,
  saved_at timestamptz not null default clock_timestamp(),
  primary key (org, person, id)
);
create index drafts_by_age on safety_events.drafts (saved_at);
${tenantPolicies('safety_events.drafts')}
grant select, insert, update (content, saved_at) on safety_events.drafts to forthright_api;
grant select, delete on safety_events.drafts to forthright_worker;`,
};
