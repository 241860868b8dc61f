import type { Recorded } from '#kernel/core';
import type { Log } from '#kernel/ledger';
import type { Tx } from '#kernel/platform';
import type { Slot } from '../checkpoints.js';
import type { Reader } from '../reader.js';
import { skippedFrom } from '../skips.js';
import * as statements from './withheld.sql.js';

/** A reader whose events are written into the table of a slot. */
export type Target = Pick<Reader, 'name' | 'version' | 'types' | 'apply'> & { readonly slot: Slot };

interface Place {
  readonly org: string;
  readonly stream: string;
  readonly position: number;
}

const keyOf = ({ org, stream }: Pick<Place, 'org' | 'stream'>): string => `${org}/${stream}`;

/**
 * Keeps a table beside the live one equal to it where streams are parked: what the live reader withholds is withheld here
 * too, what was replayed there since is read here at last, and what a person had it pass by is passed by.
 */
export class Withheld {
  constructor(
    private readonly log: Log,
    private readonly target: Target,
  ) {}

  /** Of some events those that may be read; the others are noted, to be read when the live reader has. */
  async readable(tx: Tx, ledger: number, events: readonly Recorded[]): Promise<readonly Recorded[]> {
    const [first] = events;
    if (!first) return events;
    const skipped = await skippedFrom(tx, this.target, ledger, first.position);
    const { live, own } = await this.places(tx, ledger);
    const all = skipped.size > 0 ? events.filter(({ position }) => !skipped.has(position)) : events;
    if (live.size + own.size === 0) return all;
    const fresh = new Map<string, Place>();
    const waits = (event: Recorded) => {
      const key = keyOf(event);
      if (own.has(key) || fresh.has(key)) return true;
      const parked = live.get(key);
      if (!parked || event.position < parked.position) return false;
      fresh.set(key, event);
      return true;
    };
    const readable = all.filter((event) => !waits(event));
    await this.withhold(tx, ledger, [...fresh.values()]);
    return readable;
  }

  /** Reads what the live reader has read of withheld streams since. Both stand at `to`, and the live one is fenced off. */
  async settle(tx: Tx, ledger: number, to: number): Promise<void> {
    const { live, own } = await this.places(tx, ledger);
    for (const place of own.values()) {
      const parked = live.get(keyOf(place));
      const upTo = parked ? parked.position - 1 : to;
      const { org, stream, position: from } = place;
      const events = upTo < from ? [] : await this.log.span(tx, { org, stream, from, to: upTo }, this.target.types);
      const skipped = await skippedFrom(tx, this.target, ledger, from);
      const readable = events.filter(({ position }) => !skipped.has(position));
      if (readable.length > 0) await this.target.apply(tx, readable);
      if (parked) await this.withhold(tx, ledger, [parked]);
      else await tx.query(statements.withholdNoMore, [...this.key, ledger, org, stream]);
    }
  }

  private get key() {
    return [this.target.name, this.target.version, this.target.slot];
  }

  private async places(tx: Tx, ledger: number) {
    const rows = await tx.query<Place & { live: boolean }>(statements.withheldBy, [...this.key, ledger]);
    const placesOf = (side: boolean) =>
      new Map(rows.filter(({ live }) => live === side).map((place) => [keyOf(place), place]));
    return { live: placesOf(true), own: placesOf(false) };
  }

  private async withhold(tx: Tx, ledger: number, places: readonly Place[]): Promise<void> {
    if (places.length === 0) return;
    const columns = [
      places.map(({ org }) => org),
      places.map(({ stream }) => stream),
      places.map((one) => one.position),
    ];
    await tx.query(statements.withholdFrom, [...this.key, ledger, ...columns]);
  }
}
