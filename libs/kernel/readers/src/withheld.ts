import type { Tx } from '#kernel/platform';
import { withheldOf } from './parked.sql.js';
import type { Reader } from './reader.js';

/**
 * The streams of an organization that a view is behind with, since it could not read an event of theirs: what they
 * say by now is in the ledger, and not in the view. Asked in the transaction that reads the view.
 */
export const withheldStreams = async (
  tx: Tx,
  { name, version }: Pick<Reader, 'name' | 'version'>,
  org: string,
): Promise<ReadonlySet<string>> => {
  const rows = await tx.query<{ stream: string }>(withheldOf, [org, name, version]);
  return new Set(rows.map(({ stream }) => stream));
};
