import type { Database, Tx } from '#kernel/platform';
import type { Slot } from '../checkpoints.js';
import * as statements from './view-slots.sql.js';

const SCHEMAS: Readonly<Record<Slot, string>> = { live: 'views', next: 'views_next', before: 'views_before' };
const ASIDE = 'views_aside';

/** How many differing rows are named. */
const SAMPLE = 20;

/** Milliseconds. Whoever waits for a table keeps all who come later from it: rather try again. */
const SWITCH_LOCK = 2000;

/** A row in which two tables of one view differ: by key, and in which columns. */
export interface DifferingRow {
  readonly org: string;
  readonly id: string;
  /** Seen from the table that is read. */
  readonly how: 'added' | 'missing' | 'changed';
  readonly columns: readonly string[];
}

/** How a table differs from the one that is read, counted in rows. */
export interface Differences {
  readonly different: number;
  readonly added: number;
  readonly missing: number;
  readonly sample: readonly DifferingRow[];
}

interface Part {
  readonly part: 'table' | 'index';
  readonly statement: string;
}

/** The tables of one view, in their slots: one name in three schemas. Needs the owner's role. */
export class ViewSlots {
  private readonly name: string;

  /** `live`: the table that is read, with its schema. */
  constructor(
    private readonly owner: Database,
    readonly live: string,
  ) {
    const [schema, name] = live.split('.');
    if (schema !== SCHEMAS.live || !name) throw new Error(`${live} is no table of the schema ${SCHEMAS.live}`);
    this.name = name;
  }

  /** The table of a slot, with its schema. */
  of(slot: Slot): string {
    return `${SCHEMAS[slot]}.${this.name}`;
  }

  async has(slot: Slot): Promise<boolean> {
    const values = [this.of(slot)];
    const [row] = await this.owner.call<{ exists: boolean }>({ text: statements.tableExists, values });
    return row?.exists === true;
  }

  /**
   * Makes the empty table of `next`: as the one that is read, but for the indexes that only readers need. Answers whether
   * it was not there yet.
   */
  async begin(tx: Tx): Promise<boolean> {
    await tx.query(statements.buildAlone(this.live));
    const [next] = await tx.query<{ exists: boolean }>(statements.tableExists, [this.of('next')]);
    if (next?.exists) return false;
    const hanging = await tx.query<{ what: string }>(statements.hangingOn, [this.live]);
    if (hanging.length > 0)
      throw new Error(`${this.live} cannot be rebuilt: nobody would take ${hanging.map(({ what }) => what)} along`);
    await tx.query(statements.emptyLike(this.live, this.of('next')));
    for (const { part, statement } of await this.missingFrom(tx, 'next'))
      if (part === 'table') await tx.query(statement);
    return true;
  }

  /** Makes the indexes that are still missing: sooner, every row would have had to enter them one by one. */
  complete(slot: Slot): Promise<void> {
    return this.owner.across(async (tx) => {
      await tx.query(statements.buildAlone(this.live));
      for (const { part, statement } of await this.missingFrom(tx, slot))
        if (part === 'index') await tx.query(statement);
      await tx.query(statements.analyzeTable(this.of(slot)));
    });
  }

  /** Whether a slot's table is made as the one that is read: columns, keys, indexes, rights, policies. */
  async isAlike(tx: Tx, slot: Slot): Promise<boolean> {
    const [ours, theirs] = [await this.shape(tx, 'live', slot), await this.shape(tx, slot, slot)];
    return JSON.stringify(ours) === JSON.stringify(theirs);
  }

  /** Compares a slot's table with the one that is read, both as the transaction sees them. */
  async differences(tx: Tx, slot: Slot): Promise<Differences> {
    const [counted] = await tx.query<Omit<Differences, 'sample'>>(statements.differencesOf(this.live, this.of(slot)));
    if (!counted) throw new Error('A count has one row');
    if (counted.different === 0) return { ...counted, sample: [] };
    const rows = await tx.query<DifferingRow>(statements.differingRows(this.live, this.of(slot)), [SAMPLE]);
    return { ...counted, sample: rows };
  }

  /** A slot's table becomes the one that is read, and that one the one from before. */
  async exchange(tx: Tx, slot: 'next' | 'before'): Promise<void> {
    await tx.query(`set local lock_timeout = ${SWITCH_LOCK}`);
    const aside = `${ASIDE}.${this.name}`;
    await tx.query(statements.moveTable(this.live, ASIDE));
    await tx.query(statements.moveTable(this.of(slot), SCHEMAS.live));
    await tx.query(statements.moveTable(aside, SCHEMAS.before));
  }

  async drop(tx: Tx, slot: 'next' | 'before'): Promise<void> {
    await tx.query(statements.dropTable(this.of(slot)));
  }

  private async missingFrom(tx: Tx, slot: Slot): Promise<Part[]> {
    const [wanted, there] = [await this.parts(tx, 'live', slot), await this.parts(tx, slot, slot)];
    const known = new Set(there.map(({ statement }) => statement));
    return wanted.filter(({ statement }) => !known.has(statement));
  }

  private async shape(tx: Tx, slot: Slot, beside: Slot): Promise<unknown> {
    return [await tx.query(statements.columnsOf, [this.of(slot)]), await this.parts(tx, slot, beside)];
  }

  private parts(tx: Tx, slot: Slot, beside: Slot): Promise<Part[]> {
    return tx.query<Part>(statements.partsOf, [this.of(slot), this.of(beside)]);
  }
}
