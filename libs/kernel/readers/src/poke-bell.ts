import { Bell } from '#kernel/ledger';
import type { FailFastQueue } from './fail-fast-queue.js';
import { type Poke, READERS_QUEUE } from './queue-names.js';
import type { Queues } from './queues/queues.js';

/**
 * Tells the workers through a queue that there is something to read. Best effort: never awaited by a request, at most one
 * ring on the wire, and what comes meanwhile rings once more after it. A lost ring costs one sweep.
 */
export class PokeBell extends Bell {
  private readonly queue: FailFastQueue<Poke>;
  private readonly waiting = new Set<number>();
  private ringing: Promise<void> | undefined;

  constructor(
    queues: Queues,
    /** Whom to call: tracks, and readers that go by themselves. */
    private readonly tracks: readonly string[],
  ) {
    super();
    this.queue = queues.adding(READERS_QUEUE);
  }

  ring(ledger: number): void {
    this.waiting.add(ledger);
    this.ringing ??= this.ringAll();
  }

  async close(): Promise<void> {
    await this.ringing;
    await this.queue.close();
  }

  private async ringAll(): Promise<void> {
    while (this.waiting.size > 0) {
      const ledgers = [...this.waiting];
      this.waiting.clear();
      const pokes = ledgers.flatMap((ledger) => this.tracks.map((track) => poke(track, ledger)));
      await this.queue.add(pokes).catch(() => undefined); // its store is away: the sweep does the work
    }
    this.ringing = undefined; // in one turn with the last look at `waiting`: no ring falls between
  }
}

/** `keepLastIfActive`: a poke that comes while the track is at work is kept for afterwards, not dropped. */
const poke = (track: string, ledger: number) => ({
  name: 'catch-up',
  data: { track, ledger },
  opts: {
    deduplication: { id: `${track}-${ledger}`, keepLastIfActive: true },
    removeOnComplete: true,
    removeOnFail: { count: 100 },
  },
});
