import { StopRequest } from '../launch/stop-request.js';

/** Thrown where a signal has ended a verb before its work was done. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
}

/** What a shell reads as: ended by Ctrl-C. */
export const INTERRUPTED = 130;

/** Signals to a verb. The first ends its work and lets it close what it opened; a second ends the process at once. */
export class Interruption {
  private readonly stop = new StopRequest();
  private kill: () => void = () => undefined;
  /** Ends the listening. */
  readonly forget: () => void;

  constructor() {
    this.forget = this.stop.bySignals(() => {
      this.kill();
      process.exit(INTERRUPTED);
    });
  }

  /** What a second signal still ends, without waiting. */
  atOnce(kill: () => void): void {
    this.kill = kill;
  }

  /** A place at which to stop: throws {@link Interrupted} after a signal. */
  check(): void {
    if (this.stop.isMade) throw new Interrupted();
  }

  /** What the work answers; throws {@link Interrupted} as soon as a signal comes. */
  orElse<T>(work: Promise<T>): Promise<T> {
    const interrupted = this.stop.made.then(() => {
      throw new Interrupted();
    });
    return Promise.race([work, interrupted]);
  }
}
