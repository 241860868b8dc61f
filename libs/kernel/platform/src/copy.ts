import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from, to } from 'pg-copy-streams';

/**
 * What a `copy … to stdout` gives, piece by piece. Whoever stops before its end loses the connection: the server would go
 * on sending to somebody who does not listen, and nothing else could be asked of it.
 */
export async function* copyOut(client: pg.PoolClient, text: string): AsyncGenerator<Buffer> {
  let ended = false;
  try {
    for await (const piece of client.query(to(text))) yield piece as Buffer;
    ended = true;
  } catch (error) {
    ended = true; // the server said why, and listens again
    throw error;
  } finally {
    if (!ended) (client as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy();
  }
}

/** Feeds a `copy … from stdin` to its end. A source that fails makes the statement fail: nothing of it is stored. */
export const copyIn = (client: pg.PoolClient, text: string, source: AsyncIterable<Buffer>): Promise<void> =>
  pipeline(source, client.query(from(text)));
