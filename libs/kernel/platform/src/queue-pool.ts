import { runMigrations } from 'bullmq';
import pg from 'pg';
import { queuesRole } from './tenant.sql.js';

/** BullMQ's own name for the schema of its tables. */
const SCHEMA = 'bullmq';
const ROLE = 'forthright_queues';

/**
 * Connections for queues that live in PostgreSQL, where there is no Redis: as a role that reaches its own tables and
 * nothing else. An answer is waited for as long as one of Redis would be.
 */
export const queuePool = (url: string, max: number): pg.Pool => {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    connectionTimeoutMillis: 5000,
    query_timeout: 10_000,
    keepAlive: true,
    application_name: 'forthright-queues',
    options: `-c role=${ROLE} -c search_path=${SCHEMA} -c statement_timeout=10s -c lock_timeout=5s`,
  });
  pool.on('error', () => undefined); // an idle connection died: the pool makes another
  return pool;
};

/** Makes the tables of queues that live in PostgreSQL, or brings them to the newest shape. Needs what `migrate` needs. */
export const migrateQueues = async (url: string): Promise<void> => {
  const client = new pg.Client({ connectionString: url, lock_timeout: 60_000 });
  await client.connect();
  try {
    await client.query(queuesRole);
    await client.query(`set role ${ROLE}`);
    await runMigrations(client, SCHEMA);
  } finally {
    await client.end();
  }
};
