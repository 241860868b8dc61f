import { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from, to } from 'pg-copy-streams';

/** Rows a second that COPY writes into a new table with the columns, keys and indexes of another: the yardstick. */
export const copyRate = async (url: string, table: string): Promise<number> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const chunks: Buffer[] = [];
    const collecting = new Writable({
      write: (chunk: Buffer, _encoding, done) => {
        chunks.push(chunk);
        done();
      },
    });
    await pipeline(client.query(to(`copy ${table} to stdout (format binary)`)), collecting);
    await client.query(`create table public.copied (like ${table} including all)`);
    const begun = performance.now();
    const copying = client.query(from('copy public.copied from stdin (format binary)'));
    await pipeline(Readable.from(chunks), copying);
    const seconds = (performance.now() - begun) / 1000;
    await client.query('drop table public.copied');
    return (copying.rowCount ?? 0) / seconds;
  } finally {
    await client.end();
  }
};
