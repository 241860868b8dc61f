import { sql } from './sql.js';

/** The settings without which PostgreSQL may lose a commit that it has acknowledged, as far as they are off. */
export const durabilityOff = sql`
select name, setting from pg_settings
where name in ('fsync', 'synchronous_commit', 'full_page_writes') and setting = 'off'`;
