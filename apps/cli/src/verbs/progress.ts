import { SingleBar } from 'cli-progress';

/** How far a long verb has come, shown on a terminal only: a pipe gets the result and nothing else. */
export class Progress {
  private readonly bar: SingleBar | undefined;

  /** `unit`: what is counted, as in `line`. `of`: how many there are, where that is known. */
  constructor(unit: string, of?: number) {
    if (!process.stderr.isTTY) return;
    const format = of === undefined ? `${unit} {value}` : `{bar} ${unit} {value} of {total}`;
    this.bar = new SingleBar({
      format: `${format}, {duration_formatted}`,
      stream: process.stderr,
      gracefulExit: false, // the session listens to signals
    });
    this.bar.start(of ?? 0, 0);
  }

  /** Shows how many are done; `of` corrects how many there are. */
  show(done: number, of?: number): void {
    if (of !== undefined) this.bar?.setTotal(of);
    this.bar?.update(done);
  }

  stop(): void {
    this.bar?.stop();
  }
}
