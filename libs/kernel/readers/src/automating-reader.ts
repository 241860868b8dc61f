import type { Recorded } from '#kernel/core';
import type { Log } from '#kernel/ledger';
import type { Database, Tx } from '#kernel/platform';
import { type Answered, Answering, type Send } from './answering.js';
import type { Automation } from './automation.js';
import { Checkpoints } from './checkpoints.js';
import { Parked, type Replayed } from './parked.js';
import * as statements from './parked.sql.js';
import { isPoison, troubleOf } from './poison.js';
import { Refusals } from './refusals.js';
import type { SelfMoving } from './self-moving.js';
import { skippedFrom } from './skips.js';

/** How many positions one step looks at: what a crash may cause to be sent again. */
const BATCH = 100;

/** Where it stands, with what it must not answer: streams that are parked, and events to pass by. */
interface Held {
  readonly position: number;
  readonly parked: readonly string[] | null;
  readonly skipped: readonly number[] | null;
}

type Place = Pick<Recorded, 'ledger' | 'org' | 'stream' | 'position'>;

/**
 * Runs an {@link Automation} as a reader. No transaction is open while commands are on their way, so that handlers may
 * take as long as they must: the checkpoint moves afterwards, never back, and whatever a crash or a double sends again
 * is answered with its first receipt. What follows from one stream goes in its order, one command after the other; streams
 * do not wait for each other. A refusal is kept and passed by. An event that cannot be answered parks its stream; any
 * other trouble ends the step, and the checkpoint comes as far as everything before it is done.
 */
export class AutomatingReader implements SelfMoving {
  readonly name: string;
  readonly version: number;
  readonly types: readonly string[];
  readonly starts?: 'now';
  private readonly checkpoints: Checkpoints;
  private readonly refusals: Refusals;
  private readonly answering: Answering;
  private readonly parked: Parked;

  constructor(
    private readonly db: Database,
    private readonly log: Log,
    private readonly automation: Automation,
    send: Send,
  ) {
    this.name = automation.name;
    this.version = automation.version;
    this.types = Object.keys(automation.on);
    if (automation.starts) this.starts = automation.starts;
    this.checkpoints = new Checkpoints(db);
    this.refusals = new Refusals(db);
    this.answering = new Answering(automation, this.refusals, send);
    this.parked = new Parked(db, log);
  }

  async advance(ledger: number): Promise<boolean> {
    const { from, events, withheld, upTo } = await this.next(ledger);
    if (upTo === from) return false;
    const refused = await this.refusedAmong(events, ledger, from, upTo);
    const answered = await this.answering.all(events, refused);
    const done = answered.undone ? answered.undone.position - 1 : upTo;
    if (done > from) await this.settle(ledger, done, answered, [...withheld, ...answered.waiting]);
    if (answered.trouble) throw answered.trouble.error;
    return true;
  }

  /**
   * Answers what was parked (all, or of one organization or stream only): each stream in its order. One that fails again
   * stays parked, from the event that it now fails at. Answers how many went on.
   */
  async replay({ org, stream }: { org?: string; stream?: string } = {}): Promise<Replayed> {
    const values = [this.name, this.version, stream ?? null, org ?? null];
    const places = await this.db.across((tx) => tx.query<Place>(statements.lockParked, values));
    let replayed = 0;
    for (const place of places) if (await this.replayOne(place)) replayed++;
    return { replayed, parked: places.length - replayed };
  }

  private next(ledger: number) {
    return this.db.across(async (tx) => {
      const { position: from, parked, skipped } = await this.lock(tx, ledger);
      const { events, upTo } = await this.log.page(tx, ledger, from, BATCH, this.types);
      const mine = events.filter(({ position }) => !skipped?.includes(position));
      const waits = ({ org, stream }: Recorded) => parked?.includes(`${org}/${stream}`) ?? false;
      return { from, events: mine.filter((event) => !waits(event)), withheld: mine.filter(waits), upTo };
    });
  }

  /** Parks, counts what waits, and moves on. What a double has passed meanwhile was for the double to judge. */
  private async settle(
    ledger: number,
    done: number,
    { unanswerable }: Pick<Answered, 'unanswerable'>,
    withheld: readonly Recorded[],
  ): Promise<void> {
    await this.db.across(async (tx) => {
      const { position } = await this.lock(tx, ledger);
      if (position >= done) return;
      const ours = (event: Recorded) => event.position > position && event.position <= done;
      for (const { event, error } of unanswerable)
        if (ours(event)) await this.parked.park(tx, this, event, troubleOf(error));
      await this.parked.withhold(tx, this, withheld.filter(ours));
      await this.checkpoints.move(tx, this, ledger, done);
    });
  }

  private async replayOne({ ledger, org, stream }: Place): Promise<boolean> {
    const key = [this.name, this.version, ledger, org, stream];
    for (;;) {
      const { events, to } = await this.db.across((tx) => this.parkedEvents(tx, ledger, org, stream));
      const refused = await this.refusedAmong(events, ledger, (events[0]?.position ?? 1) - 1, to);
      for (const event of events)
        try {
          await this.answering.one(event, refused);
        } catch (error) {
          if (!isPoison(error)) throw error;
          await this.db.across(async (tx) => {
            const { events: waiting } = await this.parkedEvents(tx, ledger, org, stream);
            const left = waiting.filter(({ position }) => position >= event.position).length;
            await tx.query(statements.parkFurther, [...key, event.position, troubleOf(error), left]);
          });
          return false;
        }
      const settled = await this.db.across(async (tx) => {
        if ((await this.lock(tx, ledger)).position > to) return false; // more was withheld meanwhile
        await tx.query(statements.unpark, key);
        return true;
      });
      if (settled) return true;
    }
  }

  private async parkedEvents(tx: Tx, ledger: number, org: string, stream: string) {
    const { position: to } = await this.lock(tx, ledger);
    const [place] = await tx.query<Place>(statements.lockParked, [this.name, this.version, stream, org]);
    if (!place) return { events: [], to };
    const events = await this.log.span(tx, { org, stream, from: place.position, to }, this.types);
    const skipped = await skippedFrom(tx, this, ledger, place.position);
    return { events: events.filter(({ position }) => !skipped.has(position)), to };
  }

  private async refusedAmong(events: readonly Recorded[], ledger: number, after: number, upTo: number) {
    return events.length > 0 ? this.refusals.among(this.automation, ledger, after, upTo) : new Set<string>();
  }

  private async lock(tx: Tx, ledger: number): Promise<Held> {
    const [held] = await tx.query<Held>(statements.lockCheckpoints, [[this.name], [this.version], ledger]);
    if (!held) throw new Error(`Reader ${this.name} v${this.version} was never enlisted on ledger ${ledger}`);
    return held;
  }
}
