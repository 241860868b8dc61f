import type { Recorded } from '#kernel/core';
import type { Database, Tx } from '#kernel/platform';
import { type Bonds, bound } from './bonds.js';
import type { KeyedRow, Projection } from './projection.js';
import type { Reader } from './reader.js';
import { type Address, address, RowStore } from './row-store.js';

/** Views read the ledger together. */
export const VIEWS_TRACK = 'views';

/** The track of a projection: one that may halt goes by itself, so that it holds up no other view. */
export const trackOfView = ({ shape }: Pick<Projection, 'shape'>): { track?: string } =>
  shape === 'log' ? {} : { track: VIEWS_TRACK };

/** Runs a {@link Projection} as a reader: load what the batch touches, fold, settle what is bound, store what changed. */
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
  return projection.bonds ? settled(tx, projection.bonds, store, rows, changed) : changed;
};

type Rows = Map<Address, KeyedRow>;

/** What changed and what is bound to it, each as it stands then. */
const settled = async (tx: Tx, bonds: Bonds<object>, store: RowStore, rows: Rows, changed: Rows): Promise<Rows> => {
  const of = (row: KeyedRow): readonly Address[] => bonds.of(row).map((id) => address(row.org, id));
  const near: Rows = new Map();
  for (let next = [...changed.keys()]; next.length > 0; ) {
    const missing = next.filter((at) => !rows.has(at));
    const found = missing.length > 0 ? await store.load(tx, missing) : undefined;
    const here = next.flatMap((at) => rows.get(at) ?? found?.get(at) ?? []);
    for (const row of here) near.set(address(row.org, row.id), row);
    next = [...new Set(here.flatMap(of))].filter((at) => !near.has(at) && !missing.includes(at));
  }
  const told = bound(near, of, changed.keys()).map((set) => [...set].flatMap((at) => near.get(at) ?? []));
  return new Map(told.flatMap((those) => whole(bonds, those)));
};

const whole = (bonds: Bonds<object>, rows: readonly KeyedRow[]): readonly (readonly [Address, KeyedRow])[] => {
  const org = rows[0]?.org ?? '';
  const settledRows = bonds.settle(new Map(rows.map(({ org: _org, id, ...row }) => [id, row])));
  return [...settledRows].map(([id, row]) => [address(org, id), { ...row, org, id }]);
};
