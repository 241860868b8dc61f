import type { Clock } from '#kernel/core';
import type { Logger } from '#kernel/platform';
import { CLOCKS_QUEUE, type FailFastQueue, type Queues, type Send, type Taker } from '#kernel/readers';
import { tendAt } from '../commands/tend-clocks.js';
import type { Wake, Wakes } from '../due-list/wakes.js';

/** The floor under the alarm: nothing is said later than this after its time, whatever becomes of the queues. */
const SWEEP_MS = 5000;
/** How many streams are tended at once. */
const ABREAST = 4;
/** What was tended and is still in the list, since the list is behind, is left alone for a while. */
const AGAIN_MS = 60_000;
/** Nobody needs to be woken earlier than this: until then some sweep has set the alarm again. */
const FURTHEST_MS = 3_600_000;

/**
 * Tends what is due: by a delayed job for the nearest time, and by a sweep. Any number of workers may do so together:
 * for one deadline and one time all of them send the same command, and the ledger takes it once.
 */
export class Alarm {
  private readonly queue: FailFastQueue;
  private taker: Taker | undefined;
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<void> = Promise.resolve();
  private stopped = false;
  private away = false;
  /** When what was tended may be tended again, by deadline and time. */
  private readonly tended = new Map<string, number>();

  constructor(
    private readonly wakes: Wakes,
    private readonly send: Send,
    private readonly clock: Clock,
    private readonly queues: Queues,
    private readonly logger: Logger,
    /** Milliseconds between two sweeps. */
    private readonly sweepEvery = SWEEP_MS,
  ) {
    this.queue = queues.adding(CLOCKS_QUEUE);
  }

  start(): void {
    this.taker = this.queues.take({ queue: CLOCKS_QUEUE, abreast: 1, work: () => this.look() });
    this.schedule(0);
  }

  /** Finishes what is under way. */
  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.looking;
    await this.taker?.stop();
    await this.queue.close();
  }

  /** Tends everything that is due by now, one look at a time, and sets the alarm for what comes next. */
  look(): Promise<void> {
    this.looking = this.looking.then(() => this.lookNow());
    return this.looking;
  }

  private schedule(after: number): void {
    this.timer = setTimeout(() => {
      void this.look().finally(() => {
        if (!this.stopped) this.schedule(this.sweepEvery);
      });
    }, after);
  }

  /** Trouble is told once and waited out: the next sweep tries again. */
  private async lookNow(): Promise<void> {
    if (this.stopped) return;
    try {
      const now = this.clock.now();
      for await (const page of this.wakes.due(now)) await this.tend(page, Date.parse(now));
      await this.setAlarm(now);
      this.away = false;
    } catch (error) {
      if (!this.away) this.logger.warn({ trouble: (error as Error).name }, 'deadlines wait');
      this.away = true;
    }
  }

  private async tend(page: readonly Wake[], now: number): Promise<void> {
    for (const [key, until] of this.tended) if (until <= now) this.tended.delete(key);
    const wakes = page.filter((wake) => !this.tended.has(keyOf(wake))).values();
    const next = async () => {
      for (const wake of wakes) {
        if (this.stopped) return;
        await this.send(tendAt(wake));
        this.tended.set(keyOf(wake), now + AGAIN_MS);
      }
    };
    await Promise.all(Array.from({ length: ABREAST }, next));
  }

  /** One job at the nearest time; where its store is away, the sweep does the work. */
  private async setAlarm(now: string): Promise<void> {
    const at = await this.wakes.nextAfter(now);
    const delay = at === undefined ? Number.POSITIVE_INFINITY : Date.parse(at) - Date.parse(now);
    if (at === undefined || delay > FURTHEST_MS) return;
    const deduplication = { id: `wake-${Date.parse(at)}` };
    const opts = { delay, deduplication, removeOnComplete: true, removeOnFail: true };
    await this.queue.add([{ name: 'wake', data: {}, opts }]).catch(() => undefined);
  }
}

const keyOf = ({ org, id, at }: Wake): string => `${org}/${id}/${at}`;
