import type { Log } from '#kernel/ledger';
import type { Database, Tx } from '#kernel/platform';
import type { Slot } from '../checkpoints.js';
import { projectingReader } from '../projecting-reader.js';
import type { Projection } from '../projection.js';
import { Filler } from './filler.js';
import type { ViewSlots } from './view-slots.js';
import { fenceLive, slotPositions } from './view-slots.sql.js';

/** How far a rebuild has come, over all ledgers. */
export type Told = (done: number, of: number) => void;

/** How close a rebuild comes to the live view before it is fenced off for the rest of the way. */
const CLOSE = 500;

/** Brings the table of a slot to where the live view stands. */
export class Pursuit {
  constructor(
    private readonly owner: Database,
    private readonly worker: Database,
    private readonly log: Log,
    private readonly projection: Projection,
    private readonly slots: ViewSlots,
  ) {}

  /** Goes after the live view, which may move on, until little is missing. */
  async approach(slot: 'next' | 'before', told: Told = () => undefined): Promise<void> {
    const filler = this.filler(slot);
    for (let missing = Number.POSITIVE_INFINITY; missing > CLOSE; ) {
      const [live, at] = [await this.positions('live'), await this.positions(slot)];
      const of = sum(live.values());
      missing = of - sum(at.values());
      for (const [ledger, to] of live) {
        const others = sum(at.values()) - (at.get(ledger) ?? 0);
        await filler.fill(ledger, to, (position) => told(others + position, of));
        at.set(ledger, to);
      }
      told(of, of);
    }
  }

  /** Holds the live view where it stands, brings a slot to the same positions, and does something about both. */
  fenced<T>(slot: 'next' | 'before', work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.owner.across(async (tx) => {
      const live = await tx.query<{ ledger: number; position: string }>(fenceLive, [...this.key]);
      const filler = this.filler(slot);
      for (const { ledger, position } of live) {
        await filler.fill(ledger, Number(position));
        await filler.settle(ledger, Number(position));
      }
      return work(tx);
    });
  }

  /** Where the checkpoints of a slot stand, by ledger. */
  async positions(slot: Slot): Promise<Map<number, number>> {
    const rows = await this.worker.call<{ ledger: number; position: string }>({
      text: slotPositions,
      values: [...this.key, slot],
    });
    return new Map(rows.map(({ ledger, position }) => [ledger, Number(position)]));
  }

  private get key(): readonly [string, number] {
    return [this.projection.name, this.projection.version];
  }

  private filler(slot: Slot): Filler {
    const { name, version, types, apply } = projectingReader(this.worker, this.projection, this.slots.of(slot));
    return new Filler(this.worker, this.log, { name, version, slot, types, apply });
  }
}

const sum = (numbers: Iterable<number>): number => [...numbers].reduce((total, one) => total + one, 0);
