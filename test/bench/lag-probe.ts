import { setTimeout as pause } from 'node:timers/promises';
import type { Database } from '#kernel/platform';
import { recordedTimes, standing } from './readers-suite.sql.js';

/** One look at a view's checkpoint. */
interface Look {
  readonly at: number;
  readonly position: number;
}

/**
 * Looks at a view's checkpoint every 2 ms or so, by the server's clock. An event's lag is the time from when it was
 * recorded to the first look that finds its view there: an upper bound, by the distance of two looks.
 */
export class LagProbe {
  private readonly looks: Look[] = [];
  private looking = true;
  private readonly done: Promise<void>;

  constructor(
    private readonly db: Database,
    private readonly reader: string,
  ) {
    this.done = this.look();
  }

  /** Ends the looking once the view has come to a position; answers the lags of the events at these positions, in ms. */
  async lagsOf(positions: readonly number[]): Promise<number[]> {
    const last = Math.max(...positions);
    while ((this.looks.at(-1)?.position ?? 0) < last) await pause(20);
    this.looking = false;
    await this.done;
    const values = [Math.min(...positions), last];
    const rows = await this.db.call<{ position: number; at: number }>({ text: recordedTimes, values });
    const recorded = new Map(rows.map(({ position, at }) => [position, at]));
    const sorted = [...positions].sort((a, b) => a - b);
    let next = 0;
    return sorted.map((position) => {
      while ((this.looks[next]?.position ?? Number.POSITIVE_INFINITY) < position) next++;
      return (this.looks[next] as Look).at - (recorded.get(position) as number);
    });
  }

  private async look(): Promise<void> {
    while (this.looking) {
      const [look] = await this.db.call<Look>({ name: 'bench-look', text: standing, values: [this.reader] });
      if (look && look.position !== this.looks.at(-1)?.position) this.looks.push(look);
      await pause(1);
    }
  }
}
