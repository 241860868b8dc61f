import { setTimeout as pause } from 'node:timers/promises';

/** Work that is done over and over: never twice at once, with a pause after each time, and again after it failed. */
export class Rounds {
  private walking: Promise<void> = Promise.resolve();
  private readonly stopping = new AbortController();

  constructor(
    private readonly work: (signal: AbortSignal) => Promise<unknown>,
    /** Milliseconds between two times. */
    private readonly pauseMs: number,
    private readonly onTrouble: (trouble: Error) => void,
  ) {}

  start(): void {
    this.walking = this.walk();
  }

  /** Finishes what is under way. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.walking;
  }

  private async walk(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      await this.work(signal).catch(this.onTrouble);
      await pause(this.pauseMs, undefined, { signal }).catch(() => undefined);
    }
  }
}
