import type { Recorded } from '#kernel/core';
import type { Log, Page } from '#kernel/ledger';
import type { Database, Tx } from '#kernel/platform';
import { Checkpoints, type Named } from '../checkpoints.js';
import type { Reader } from '../reader.js';
import { doNotWaitForDisk } from './filler.sql.js';

/** How many positions one transaction of a rebuild takes on. */
const BATCH = 2000;

/** Fills a table from the log: the next page is read while this one is written. Needs the worker's role. */
export class Filler {
  private readonly checkpoints: Checkpoints;

  /** `target`: whose checkpoint moves, and who writes the events down. */
  constructor(
    private readonly db: Database,
    private readonly log: Log,
    private readonly target: Named & Pick<Reader, 'types' | 'apply'>,
  ) {
    this.checkpoints = new Checkpoints(db);
  }

  /**
   * Goes from where the checkpoint stands to a position, and tells each position that it comes to. Another process that
   * fills the same table meanwhile does no harm: the checkpoint says whose turn it is.
   */
  async fill(ledger: number, to: number, reached: (position: number) => void = () => undefined): Promise<void> {
    let at = await this.db.across((tx) => this.checkpoints.lock(tx, this.target, ledger));
    let page = this.read(ledger, at, to);
    while (at < to) {
      const { events, upTo } = await page;
      page = this.read(ledger, upTo, to);
      at = await this.write(ledger, at, upTo, events);
      if (at !== upTo) page = this.read(ledger, at, to);
      reached(at);
    }
  }

  private read(ledger: number, after: number, to: number): Promise<Page> {
    const limit = Math.min(BATCH, to - after);
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
      if (to === from) throw new Error(`The ledger ends at ${from}, before the position that was wanted`);
      if (events.length > 0) await this.target.apply(tx, events);
      await this.checkpoints.move(tx, this.target, ledger, to);
      return to;
    });
  }
}
