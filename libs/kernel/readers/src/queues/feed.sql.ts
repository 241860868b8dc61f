import { sql } from '#kernel/platform';

/** The channel of the live feed where it travels through PostgreSQL. */
export const FEED_CHANNEL = 'forthright_feed';

/** Tells whoever listens. $1 channel, $2 an envelope as text, below 8,000 bytes. */
export const notify = sql`select pg_notify($1, $2)`;
