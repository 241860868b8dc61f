import pg from 'pg';

/** Breaks every connection to a database, as a restart of PostgreSQL would. */
export const severConnections = async (url: string): Promise<void> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`select pg_terminate_backend(pid) from pg_stat_activity
                       where datname = current_database() and pid <> pg_backend_pid()`);
  await client.end();
};
