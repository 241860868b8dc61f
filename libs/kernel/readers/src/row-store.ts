import type { EntityMetadata } from 'typeorm';
import type { Database, Tx } from '#kernel/platform';
import type { KeyedRow } from './projection.js';

interface Column {
  readonly property: string;
  readonly name: string;
  readonly type: string;
}

/** What a view's column may be. Of other types nobody has shown yet that they come back as they were folded. */
const TYPES: readonly string[] = ['uuid', 'text', 'boolean', 'int', 'bigint', 'float8', 'timestamptz', 'jsonb'];

/** A row's address: `org/id`. */
export type Address = string;
export const address = (org: string, id: string): Address => `${org}/${id}`;

/** Loads and stores the rows of one view, many at a time, as TypeORM's entity describes them. */
export class RowStore {
  private readonly columns: readonly Column[];

  private constructor(
    metadata: EntityMetadata,
    private readonly table: string,
  ) {
    this.columns = metadata.columns.map(({ propertyName, databaseName, type, isArray }) => {
      if (typeof type !== 'string' || isArray || !TYPES.includes(type))
        throw new Error(`${metadata.tablePath}.${databaseName} must have one of the types ${TYPES.join(', ')}`);
      return { property: propertyName, name: `"${databaseName}"`, type };
    });
  }

  /** The store of a row class; `table` may name another table of the same shape, as a rebuild does. */
  static of(db: Database, row: new () => KeyedRow, table?: string): RowStore {
    const metadata = db.source.getMetadata(row);
    return new RowStore(metadata, table ?? metadata.tablePath);
  }

  /** The rows at these addresses, by address; times as instants, big numbers as numbers. */
  async load(tx: Tx, addresses: readonly Address[]): Promise<Map<Address, KeyedRow>> {
    const keys = addresses.map((one) => one.split('/'));
    const names = this.columns.map(({ name }) => `t.${name}`).join(', ');
    const rows = await tx.query(
      `select ${names} from unnest($1::uuid[], $2::text[]) k(org, id) join ${this.table} t on t.org = k.org and t.id = k.id::uuid`,
      [keys.map(([org]) => org), keys.map(([, id]) => id)],
    );
    return new Map(rows.map((row) => this.entry(row)));
  }

  /** Stores rows, sorted by key so that two workers can never wait for each other in a circle. */
  async save(tx: Tx, rows: ReadonlyMap<Address, KeyedRow>): Promise<void> {
    if (rows.size === 0) return;
    const sorted = [...rows.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
    const names = this.columns.map(({ name }) => name);
    const arrays = this.columns.map(({ type }, index) => `$${index + 1}::${type}[]`);
    const changes = names
      .filter((name) => name !== '"org"' && name !== '"id"')
      .map((name) => `${name} = excluded.${name}`);
    await tx.query(
      `insert into ${this.table} (${names.join(', ')}) select * from unnest(${arrays.join(', ')})
       on conflict (org, id) do update set ${changes.join(', ')}`,
      this.columns.map((column) => sorted.map((row) => this.stored(row, column))),
    );
  }

  private entry(raw: Record<string, unknown>): [Address, KeyedRow] {
    const row = Object.fromEntries(
      this.columns
        .map(({ property, name, type }) => [property, raw[name.slice(1, -1)], type] as const)
        .filter(([, value]) => value !== null)
        .map(([property, value, type]) => [property, read(value, type)]),
    ) as unknown as KeyedRow;
    return [address(row.org, row.id), row];
  }

  private stored(row: KeyedRow, { property, type }: Column): unknown {
    const value = (row as unknown as Record<string, unknown>)[property];
    if (value === undefined || value === null) return null;
    return type === 'jsonb' ? JSON.stringify(value) : value;
  }
}

/** A column's value as folds know it: absent rather than null, instants as text, positions as numbers. */
const read = (value: unknown, type: string): unknown => {
  if (value instanceof Date) return value.toISOString();
  return type === 'bigint' ? Number(value) : value;
};
