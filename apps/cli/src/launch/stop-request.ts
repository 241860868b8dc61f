import { setTimeout as pause } from 'node:timers/promises';
import { type RunningProcess, stillRuns } from '#kernel/platform';

/** Milliseconds: npm passes on a signal that the terminal has sent to us as well; that is still the first one. */
const SAME_SIGNAL = 1000;
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** The wish that everything ends: by a signal, by a failure, or because whoever started us is gone. */
export class StopRequest {
  private answer: (why: string) => void = () => undefined;
  private askedAt: number | undefined;
  /** Resolves with the reason, once. */
  readonly made = new Promise<string>((resolve) => {
    this.answer = resolve;
  });

  get isMade(): boolean {
    return this.askedAt !== undefined;
  }

  make(why: string): void {
    this.askedAt ??= performance.now();
    this.answer(why);
  }

  /** Listens to signals; a second one, given in earnest, calls `atOnce`. Answers how to stop listening. */
  bySignals(atOnce: () => void): () => void {
    const onSignal = (name: NodeJS.Signals): void => {
      if (this.askedAt !== undefined && performance.now() - this.askedAt > SAME_SIGNAL) atOnce();
      else this.make(name);
    };
    for (const name of SIGNALS) process.on(name, onSignal);
    return () => {
      for (const name of SIGNALS) process.off(name, onSignal);
    };
  }

  /** Makes itself when one of these processes is gone. */
  async byOrphaning(parents: readonly RunningProcess[]): Promise<void> {
    while (parents.length > 0 && !this.isMade) {
      if (!parents.every(stillRuns)) this.make('npm is gone');
      await Promise.race([pause(1000), this.made]);
    }
  }
}
