import type { Recorded } from '#kernel/core';
import type { Database, Tx } from '#kernel/platform';
import type { KeyedRow, Projection } from './projection.js';
import type { Reader } from './reader.js';
import { type Address, address, RowStore } from './row-store.js';

/** Views read the ledger together. */
export const VIEWS_TRACK = 'views';

/** The track of a projection: one that may halt goes by itself, so that it holds up no other view. */
export const trackOfView = ({ shape }: Pick<Projection, 'shape'>): { track?: string } =>
  shape === 'log' ? {} : { track: VIEWS_TRACK };

/** Runs a {@link Projection} as a reader: load what the batch touches, fold, store what changed. */
export const projectingReader = (db: Database, projection: Projection, table?: string): Reader => {
  const store = RowStore.of(db, projection.row, table);
  return {
    name: projection.name,
    version: projection.version,
    shape: projection.shape ?? 'stream',
    ...trackOfView(projection),
    types: Object.keys(projection.on),
    apply: async (tx, events) => store.save(tx, await fold(tx, projection, store, events)),
  };
};

const fold = async (
  tx: Tx,
  projection: Projection,
  store: RowStore,
  events: readonly Recorded[],
): Promise<Map<Address, KeyedRow>> => {
  const keyed = events.map((event) => ({ event, id: projection.key(event) }));
  const rows = await store.load(tx, [...new Set(keyed.map(({ event, id }) => address(event.org, id)))]);
  const changed = new Map<Address, KeyedRow>();
  for (const { event, id } of keyed) {
    const at = address(event.org, id);
    const row = projection.on[event.type]?.(event, rows.get(at));
    if (!row) continue;
    const whole = { ...row, org: event.org, id };
    rows.set(at, whole);
    changed.set(at, whole);
  }
  return changed;
};
