import { setTimeout as pause } from 'node:timers/promises';
import type { Database, Logger, Tx } from '#kernel/platform';
import type { Addresses, OnCall } from './addresses.js';
import type { Addressee } from './effect.js';
import * as statements from './effects.sql.js';
import { escalate } from './escalation.sql.js';
import { find, STAND_INS } from './found.js';
import { letterOf } from './letters.js';
import { NotTaken, type Provider, RefusedForGood } from './provider.js';

/** Milliseconds between two looks for what is due, and seconds that a provider may hold one mail. */
const LOOK_MS = 2000;
const LEASE_SECONDS = 60;

/** Seconds after which a notice that could not be spread is tried again. */
const PUT_OFF_SECONDS = 30;

/** Hours after which a mail that nobody took is a person's to decide: what was urgent may be over. */
const STALE_HOURS = 24;

/** Minutes after which a page that nobody acknowledged goes on to every risk manager (decision 0022). */
const UNANSWERED_MINUTES = 15;

/** How often an address is asked for that a view does not have yet, before nobody knows it. */
const ASKS = 3;

/** How often a mail is tried, and how long the pauses between get: 5 s, 10 s, 20 s, … to an hour. */
const TRIES = 12;
const pauseAfter = (tries: number): number => Math.min(5 * 2 ** (tries - 1), 3600);

/** Nobody took it: it is tried again, unless that was the last try. */
const again = (tries: number, trouble: string): Ending =>
  tries < TRIES
    ? { state: 'pending', wait: pauseAfter(tries), trouble }
    : { state: 'dead', trouble: `${trouble}, tried ${tries} times` };

const NO_ADDRESS = 'no address is known';

/** A notice is for somebody, and there is nobody: a view that is not filled yet, or a role that nobody holds. */
class NobodyFound extends Error {
  override readonly name = 'NobodyFound';
}

interface TakenNotice {
  readonly org: string;
  readonly key: string;
  readonly code: string;
  readonly urgency: string;
  readonly addressee: Addressee;
  readonly about: string;
  readonly params: Readonly<Record<string, string>>;
}

interface TakenMail {
  readonly org: string;
  readonly id: string;
  readonly key: string;
  readonly code: string;
  readonly about: string;
  readonly params: Readonly<Record<string, string>>;
  readonly person: string;
  readonly attempts: number;
  /** Those that count: since a person had it sent again, where one has. */
  readonly tries: number;
}

type Ending = { state: string; wait?: number; id?: string; trouble?: string };

/**
 * Brings notices to people. A notice is spread in one transaction: into inboxes, and as one mail to each person where it
 * is a page. A mail is taken by a committed transaction before the provider hears of it; if no answer is written down
 * after it (a crash, a lost connection), it is `unknown` and a person's to decide. Any number of workers may do this.
 */
export class Executor {
  private looking: Promise<void> = Promise.resolve();
  private stopping = new AbortController();

  constructor(
    private readonly db: Database,
    private readonly addresses: Addresses,
    private readonly onCall: OnCall,
    /** Without one nothing leaves: mails wait. */
    private readonly provider: Provider | undefined,
    private readonly publicUrl: string,
    private readonly logger: Logger,
  ) {}

  start(): void {
    this.looking = this.keepLooking();
  }

  /** Finishes the mail that is on its way. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.looking;
  }

  /** Does everything that is due now. */
  async run(): Promise<void> {
    const lost = await this.db.call({ text: statements.expireLeases });
    if (lost.length > 0) this.logger.error({ effects: lost.length }, 'nobody knows whether effects were sent: decide');
    await this.db.call({ text: statements.holdStale, values: [STALE_HOURS] });
    await this.db.call({ text: escalate, values: [UNANSWERED_MINUTES, STAND_INS, STALE_HOURS] });
    const { provider } = this;
    do while (!this.stopping.signal.aborted && (await this.spreadOne()));
    while (provider && !this.stopping.signal.aborted && (await this.sendOne(provider))); // a page waits for one mail at most
  }

  private async keepLooking(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      await this.run().catch((error: Error) => this.logger.warn({ trouble: error.name }, 'effects wait'));
      await pause(LOOK_MS, undefined, { signal }).catch(() => undefined);
    }
  }

  /** One notice to everybody whom it is for. One that cannot be spread is put off, and holds up no other. */
  private async spreadOne(): Promise<boolean> {
    let taken: TakenNotice | undefined;
    try {
      await this.db.across(async (tx) => {
        [taken] = await tx.query<TakenNotice>(statements.takeNotice);
        if (taken) await this.spread(tx, taken);
      });
    } catch (error) {
      if (!taken) throw error;
      await this.putOff(taken, (error as Error).name);
    }
    return taken !== undefined;
  }

  private async spread(tx: Tx, { org, key, code, urgency, addressee, about, params }: TakenNotice): Promise<void> {
    const { people, ...reached } = await find(org, addressee, this.addresses, this.onCall);
    if (people.length === 0) throw new NobodyFound();
    const words = [code, urgency, about, JSON.stringify(params), JSON.stringify(reached)];
    await tx.query(statements.putIntoInboxes, [org, people, key, ...words]);
    if (urgency === 'page')
      await tx.query(statements.askMails, [org, people, key, code, about, JSON.stringify({ ...params, ...reached })]);
    await tx.query(statements.markSpread, [org, key]);
  }

  private async putOff({ org, key, code }: TakenNotice, trouble: string): Promise<void> {
    await this.db.call({ text: statements.putOff, values: [org, key, PUT_OFF_SECONDS, trouble] });
    this.logger.error({ org, code, trouble }, 'a notice could not be spread, and is tried again');
  }

  private async sendOne(provider: Provider): Promise<boolean> {
    const [mail] = await this.db.call<TakenMail>({ text: statements.takeMail, values: [LEASE_SECONDS] });
    if (!mail) return false;
    const { state, wait = 0, id = null, trouble = null } = await this.delivered(provider, mail);
    const values = [mail.org, mail.key, mail.attempts, state, wait, id, trouble];
    await this.db.call({ text: statements.settle, values });
    if (state === 'unknown' || state === 'dead')
      this.logger.error({ org: mail.org, code: mail.code, trouble }, `an effect is ${state}: a person decides`);
    return true;
  }

  private async delivered(
    provider: Provider,
    { org, id, key, code, about, params, person, tries }: TakenMail,
  ): Promise<Ending> {
    const to = await this.addresses.mailOf(org, person).catch(() => null);
    if (to === null) return again(tries, 'the address could not be read');
    if (to === undefined) return tries < ASKS ? again(tries, NO_ADDRESS) : { state: 'dead', trouble: NO_ADDRESS };
    const letter = letterOf(code, params, about, this.publicUrl);
    if (!letter) return { state: 'dead', trouble: `there are no words for ${code}` };
    try {
      const taken = await provider.deliver({ org, id, key, to, ...letter });
      return { state: 'sent', id: taken };
    } catch (error) {
      if (error instanceof RefusedForGood) return { state: 'dead', trouble: error.message };
      if (!(error instanceof NotTaken)) return { state: 'unknown', trouble: 'no answer' };
      return again(tries, error.message);
    }
  }
}
