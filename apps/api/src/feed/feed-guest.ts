import { Readable } from 'node:stream';

/** Characters that may wait for a guest who reads slowly. Beyond, the connection is cut; coming back, it hears what it missed. */
const BACKLOG = 1_000_000;

/** Milliseconds after which a client whose connection broke tries again. */
const COME_BACK = 2000;

/** Who listens to the feed. */
export interface FeedPerson {
  readonly org: string;
  readonly personId: string;
}

/** One connection to the feed, written as server-sent events. */
export class FeedGuest extends Readable {
  private doing: Promise<void> = Promise.resolve();

  constructor(
    readonly person: FeedPerson,
    /** Throws where the guest's token does not hold any more. */
    readonly checkToken: () => Promise<unknown>,
  ) {
    super({ highWaterMark: BACKLOG, encoding: 'utf8' });
    this.write(`retry: ${COME_BACK}\n\n`);
  }

  /** Data is pushed as it comes. */
  override _read(): void {}

  /** Does one thing after the other; where one fails, the guest is sent away and may come back. */
  inOrder(work: () => Promise<void>): void {
    this.doing = this.doing.then(work).catch(() => this.leave());
  }

  /** Says something; `mark` is what the client will name as its Last-Event-ID. */
  say(what: string, data: object, mark?: string): void {
    const id = mark === undefined ? '' : `id: ${mark}\n`;
    this.write(`event: ${what}\n${id}data: ${JSON.stringify(data)}\n\n`);
  }

  /** A comment that keeps the connection from being taken for dead. */
  beat(): void {
    this.write(': \n\n');
  }

  /** Ends the connection in good order. */
  leave(): void {
    this.write(null);
  }

  private write(text: string | null): void {
    if (this.destroyed || this.left) return;
    this.left = text === null;
    this.push(text);
    if (this.readableLength > BACKLOG) this.destroy();
  }

  private left = false;
}
