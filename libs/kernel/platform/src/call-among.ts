import type pg from 'pg';

/**
 * One statement in a transaction that begins with settings, for connections that a pooler lends: begin, statement and
 * commit are written at once, so that nothing waits on the wire while the statement holds its locks. The statement
 * has no name, since the next transaction may come to another server process.
 */
export const callAmong = async (
  pool: pg.Pool,
  settings: string,
  { name: _, ...statement }: pg.QueryConfig,
): Promise<pg.QueryResult> => {
  const client = await pool.connect();
  client.on('error', unheard);
  pipelining(client, true);
  const sent = [client.query(`begin; ${settings}`), client.query(statement), client.query('commit')] as const;
  const [begun, answered, ended] = await Promise.allSettled(sent);
  pipelining(client, false);
  client.off('error', unheard);
  const failed = [begun, answered, ended].find((one) => one.status === 'rejected');
  client.release(failed && ended.status === 'rejected' ? (failed.reason as Error) : undefined);
  if (failed) throw failed.reason;
  if (ended.status === 'fulfilled' && ended.value.command !== 'COMMIT')
    throw new Error('The statement was rolled back');
  return (answered as PromiseFulfilledResult<pg.QueryResult>).value;
};

/** A connection that breaks says so to each of its statements; said to nobody else, it would end the process. */
const unheard = (): void => undefined;

/** pg lets a client write ahead of its answers when it is made so; here it is for the length of one call, alone on it. */
const pipelining = (client: pg.PoolClient, on: boolean): void => {
  (client as { pipeline: boolean }).pipeline = on;
};
