import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from '../support/client.js';
import type { Journey } from '../support/journey.js';
import { problemsAfter, problemsInLedger } from './checker.js';
import { ClientJournal } from './client-journal.js';
import { StubbornClient } from './stubborn-client.js';

/** Clients at work while a test breaks things. */
export class Load {
  readonly journal = new ClientJournal();
  private stopped = false;
  private readonly clients: Promise<void>[];

  private constructor(
    private readonly journey: Journey,
    readonly client: Client,
    private readonly seed: number,
    private readonly since: number,
    count: number,
  ) {
    this.clients = Array.from({ length: count }, (_, index) =>
      this.stubborn(seed + index).workUntil(() => this.stopped),
    );
  }

  /** Clients that work from now on. Runs on one journey need seeds of their own: keys follow from them. */
  static async begin(
    journey: Journey,
    { client, seed, clients = 4 }: { client?: Client; seed: number; clients?: number },
  ): Promise<Load> {
    return new Load(journey, client ?? (await journey.as('risk-manager')), seed, await journey.head(), clients);
  }

  /** Waits until so many commands more are acknowledged. */
  async acknowledges(more: number): Promise<void> {
    const enough = this.journal.acknowledged.length + more;
    while (this.journal.acknowledged.length < enough) await pause(10);
  }

  /** Lets everybody finish, one command more among them; answers the milliseconds until that one was acknowledged. */
  async end(): Promise<number> {
    this.stopped = true;
    const begun = performance.now();
    await this.stubborn(this.seed + this.clients.length).once();
    const took = performance.now() - begun;
    await Promise.all(this.clients);
    return took;
  }

  /** What is wrong in the ledger alone, whatever the views are like. */
  async problemsInLedger(): Promise<string[]> {
    return problemsInLedger(this.journey.database, this.journal, this.since);
  }

  /** What is wrong, once every reader is at the head; answers at once where clients are still at work. */
  async problems({ within = 60_000 }: { within?: number } = {}): Promise<string[]> {
    await this.journey.readersAtHead({ within });
    return problemsAfter(this.journey.database, this.journal, this.since);
  }

  private stubborn(seed: number): StubbornClient {
    return new StubbornClient(this.client, this.journey.persona('risk-manager'), this.journal, seed);
  }
}
