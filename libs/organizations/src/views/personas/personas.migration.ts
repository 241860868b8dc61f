import { type Migration, sql, tenantPolicies } from '#kernel/platform';

/** Who one may sign in as while developing. Written by the seed alone, never in production. */
export const personasMigration: Migration = {
  name: '1003-personas',
  sql: sql`
create table platform.personas (
  org uuid not null,
  persona text not null,
  person uuid not null,
  facility uuid not null,
  says text not null,
  primary key (org, persona)
);
grant select on platform.personas to forthright_api;
grant select, insert on platform.personas to forthright_worker;
${tenantPolicies('platform.personas')}`,
};
