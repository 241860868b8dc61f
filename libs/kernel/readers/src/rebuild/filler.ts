import type { Recorded } from '#kernel/core';
import type { Log, Page } from '#kernel/ledger';
import type { Database, Tx } from '#kernel/platform';
import { Checkpoints } from '../checkpoints.js';
import { isPoison, troubleOf } from '../poison.js';
import { doNotWaitForDisk } from './filler.sql.js';
import { RebuildStuck } from './rebuild-refused.js';
import { type Target, Withheld } from './withheld.js';

/** How many positions one transaction of a rebuild takes on. */
const BATCH = 2000;

/** Fills a table from the log: the next page is read while this one is written. Needs the worker's role. */
export class Filler {
  private readonly checkpoints: Checkpoints;
  private readonly withheld: Withheld;

  /** `target`: whose checkpoint moves, and who writes the events down. */
  constructor(
    private readonly db: Database,
    private readonly log: Log,
    private readonly target: Target,
  ) {
    this.checkpoints = new Checkpoints(db);
    this.withheld = new Withheld(log, target);
  }

  /**
   * Goes from where the checkpoint stands to a position, and tells each position that it comes to. Another process that
   * fills the same table meanwhile does no harm: the checkpoint says whose turn it is. Throws {@link RebuildStuck} before
   * an event that cannot be read.
   */
  async fill(ledger: number, to: number, reached: (position: number) => void = () => undefined): Promise<void> {
    let at = await this.db.across((tx) => this.checkpoints.lock(tx, this.target, ledger));
    let limit = BATCH;
    let page = this.read(ledger, at, to, limit);
    while (at < to) {
      const { events, upTo } = await page;
      if (upTo <= at) throw new Error(`The ledger ends at ${at}, before the position that was wanted`);
      page = this.read(ledger, upTo, to, limit);
      try {
        at = await this.write(ledger, at, upTo, events);
        limit = Math.min(2 * limit, BATCH);
        reached(at);
      } catch (error) {
        if (!isPoison(error)) throw error;
        if (upTo - at === 1) throw new RebuildStuck(upTo, troubleOf(error), { cause: error });
        limit = Math.ceil((upTo - at) / 2);
      }
      if (at !== upTo) page = this.read(ledger, at, to, limit);
    }
  }

  /** Both stand at one position now, and the live reader is fenced off. */
  async settle(ledger: number, at: number): Promise<void> {
    await this.db.across((tx) => this.withheld.settle(tx, ledger, at));
  }

  private read(ledger: number, after: number, to: number, most: number): Promise<Page> {
    const limit = Math.min(most, to - after);
    if (limit <= 0) return Promise.resolve({ events: [], upTo: after, more: false });
    const page = this.db.across((tx) => this.log.page(tx, ledger, after, limit, this.target.types));
    page.catch(() => undefined); // whoever comes to it hears of it; a write that fails first is heard of instead
    return page;
  }

  /** One transaction: unless somebody else has been here since, what a page says, and the checkpoint. */
  private write(ledger: number, from: number, to: number, events: readonly Recorded[]): Promise<number> {
    return this.db.across(async (tx: Tx) => {
      await tx.query(doNotWaitForDisk);
      const stands = await this.checkpoints.lock(tx, this.target, ledger);
      if (stands !== from) return stands;
      const readable = await this.withheld.readable(tx, ledger, events);
      if (readable.length > 0) await this.target.apply(tx, readable);
      await this.checkpoints.move(tx, this.target, ledger, to);
      return to;
    });
  }
}
