import { type Migration, sql, tenantPolicies } from '#kernel/platform';

/**
 * The view, and the one way around its organizations: whoever has no account chooses among the facilities of all of
 * them. The function tells what hangs on the wall of each facility, of those that are open to the public, and no more.
 */
export const publicContactsMigration: Migration = {
  name: '1008-public-contacts-view',
  sql: sql`
create table views.public_contacts_v1 (
  org uuid not null,
  id uuid not null,
  name text not null,
  phone text,
  accepts_concerns boolean not null,
  position bigint not null,
  primary key (org, id)
);
${tenantPolicies('views.public_contacts_v1')}
create function platform.public_facilities()
returns table (id uuid, name text, org uuid, phone text)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select c.id, c.name, c.org, c.phone from views.public_contacts_v1 c
  where c.phone is not null and c.accepts_concerns order by c.name collate "C", c.id
$$;
revoke all on function platform.public_facilities() from public;
grant execute on function platform.public_facilities() to forthright_api, forthright_worker;`,
};
