import { sql } from '#kernel/platform';

/** The facilities of every organization that are open to the public, by name. */
export const publicFacilities = sql`select id, name, org, phone from platform.public_facilities()`;
