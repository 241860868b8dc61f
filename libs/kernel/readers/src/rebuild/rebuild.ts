import type { Log } from '#kernel/ledger';
import type { Database, Tx } from '#kernel/platform';
import { Checkpoints, type Slot } from '../checkpoints.js';
import type { Projection } from '../projection.js';
import { Pursuit, type Told } from './pursuit.js';
import { RebuildRefused } from './rebuild-refused.js';
import { type Differences, ViewSlots } from './view-slots.js';
import * as statements from './view-slots.sql.js';
import { forgetWithheld, keepWithheld } from './withheld.sql.js';

/** Who switches. */
export interface SwitchedBy {
  readonly org: string;
  readonly person: string;
}

/** Where the table of a slot stands: its checkpoint on each ledger. */
export interface SlotStanding {
  readonly slot: Slot;
  readonly table: string;
  readonly positions: Readonly<Record<number, number>>;
}

/** How often a switch is tried, and what PostgreSQL says when a table was not let go in time. */
const TRIES = 5;
const LOCK_TIMEOUT = '55P03';

/**
 * A view built anew from the log, beside the one that is read: filled, compared, switched, and kept for the way back.
 * It never goes beyond the live view, so that both can stand at one position: there a fence on the live checkpoint
 * keeps them for a moment. The live view is read all the while.
 */
export class Rebuild {
  private readonly slots: ViewSlots;
  private readonly checkpoints: Checkpoints;
  private readonly pursuit: Pursuit;

  constructor(
    private readonly owner: Database,
    worker: Database,
    log: Log,
    private readonly projection: Projection,
  ) {
    this.slots = new ViewSlots(owner, worker.source.getMetadata(projection.row).tablePath);
    this.checkpoints = new Checkpoints(worker);
    this.pursuit = new Pursuit(owner, worker, log, projection, this.slots);
  }

  /** Fills the new table up to where the live view stands; goes on where an earlier rebuild was interrupted. */
  async fill(told?: Told): Promise<void> {
    await this.begin();
    await this.checkpoints.enlist([this.named('next')]);
    await this.pursuit.approach('next', told);
    await this.slots.complete('next');
  }

  /** Compares the new table with the one that is read, both at one position; the live view goes on meanwhile. */
  async compare(): Promise<Differences> {
    await this.wants('next');
    const { done } = await this.pursuit.fenced('next', () => this.snapshot((tx) => this.slots.differences(tx, 'next')));
    return done;
  }

  /**
   * Compares, and makes the new table the one that is read; the old one is kept for the way back. Where the two differ
   * nothing happens, unless the differences are accepted: they may be what the rebuild is for.
   */
  async switch(by: SwitchedBy, { acceptDifferences = false } = {}): Promise<Differences & { switched: boolean }> {
    await this.makesWay();
    const differences = await this.compare();
    const switched = differences.different === 0 || acceptDifferences;
    if (switched) await this.exchange('next', (tx) => this.note(tx, 'switch', by, differences.different));
    return { ...differences, switched };
  }

  /** Throws where a switch has no place for the table that it takes away. */
  async makesWay(): Promise<void> {
    if (await this.slots.has('before'))
      throw new RebuildRefused(`${this.slots.of('before')} is still there from the last switch: drop it first.`);
  }

  /** The way back: the table from before catches up and is read again, and the newer one takes its place. */
  async back(by: SwitchedBy, told?: Told): Promise<void> {
    await this.wants('before');
    await this.checkpoints.enlist([this.named('before')]); // on ledgers that came meanwhile
    await this.pursuit.approach('before', told);
    await this.exchange('before', (tx) => this.note(tx, 'back', by, null));
  }

  /** Forgets what was built, what was read before, or both; answers what there was. */
  async drop(slots: readonly ('next' | 'before')[] = ['next', 'before']): Promise<readonly Slot[]> {
    const there: Slot[] = [];
    for (const slot of slots) if (await this.slots.has(slot)) there.push(slot);
    await this.owner.across(async (tx) => {
      await tx.query(statements.forgetSlots, [...this.key, slots]);
      await tx.query(forgetWithheld, [...this.key, slots]);
      for (const slot of slots) await this.slots.drop(tx, slot);
    });
    return there;
  }

  /** Where the live view stands, and what stands beside it. */
  async standings(): Promise<SlotStanding[]> {
    const standings: SlotStanding[] = [];
    for (const slot of ['live', 'next', 'before'] as const)
      if (await this.slots.has(slot))
        standings.push({
          slot,
          table: this.slots.of(slot),
          positions: Object.fromEntries(await this.pursuit.positions(slot)),
        });
    return standings;
  }

  private begin(): Promise<void> {
    return this.owner.across(async (tx) => {
      if (!(await this.slots.begin(tx))) return;
      await tx.query(statements.forgetSlots, [...this.key, ['next']]);
      await tx.query(forgetWithheld, [...this.key, ['next']]);
    });
  }

  private get key(): readonly [string, number] {
    return [this.projection.name, this.projection.version];
  }

  private named(slot: Slot) {
    return { name: this.projection.name, version: this.projection.version, slot };
  }

  /** Queries that go on for long may keep us from a table: nobody else waits for it behind us, we come again. */
  private async exchange(slot: 'next' | 'before', note: (tx: Tx) => Promise<void>): Promise<void> {
    for (let tries = 1; ; tries++) {
      try {
        return await this.tryExchange(slot, note);
      } catch (error) {
        if ((error as { code?: string }).code !== LOCK_TIMEOUT || tries === TRIES) throw error;
      }
    }
  }

  private tryExchange(slot: 'next' | 'before', note: (tx: Tx) => Promise<void>): Promise<void> {
    return this.pursuit.fenced(slot, async (tx) => {
      if (!(await this.slots.isAlike(tx, slot)))
        throw new RebuildRefused(`${this.slots.of(slot)} is not made as ${this.slots.live} is by now: drop it.`);
      await this.slots.exchange(tx, slot);
      // Both stand at one position, so the live checkpoint is right for the table that is read from now on.
      await tx.query(statements.relabel, [...this.key, slot, 'before']);
      await tx.query(forgetWithheld, [...this.key, [slot]]);
      await tx.query(keepWithheld, [...this.key]);
      await note(tx);
    });
  }

  /** Work in a snapshot of its own, once the snapshot is taken: what it sees stays, whoever goes on. */
  private snapshot<T>(work: (tx: Tx) => Promise<T>): Promise<{ done: Promise<T> }> {
    return new Promise((resolve, reject) => {
      const done = this.owner.across(async (tx) => {
        await tx.query(statements.takeSnapshot);
        await tx.query(statements.slotPositions, [...this.key, 'live']);
        resolve({ done });
        return work(tx);
      });
      done.catch(reject);
    });
  }

  private async wants(slot: 'next' | 'before'): Promise<void> {
    if (!(await this.slots.has(slot))) throw new RebuildRefused(`There is no ${this.slots.of(slot)}.`);
  }

  private async note(tx: Tx, act: 'switch' | 'back', by: SwitchedBy, differences: number | null): Promise<void> {
    await tx.query(statements.noteSwitch, [...this.key, act, differences, by.org, by.person]);
  }
}
