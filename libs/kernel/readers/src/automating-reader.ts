import { type Recorded, Refusal } from '#kernel/core';
import type { Log } from '#kernel/ledger';
import { type Database, inTraceOf } from '#kernel/platform';
import type { Automation, Sendable } from './automation.js';
import { Checkpoints } from './checkpoints.js';
import { followingCommands } from './following-commands.js';
import { Refusals } from './refusals.js';
import type { SelfMoving } from './self-moving.js';

/** How many positions one step looks at: what a crash may cause to be sent again. */
const BATCH = 100;

/** How many streams it follows at once: commands on their way together share the ledger's batches. */
const ABREAST = 8;

/** Takes a command to its handler and answers when it is done: the command bus. */
export type Send = (command: Sendable) => Promise<unknown>;

/**
 * Runs an {@link Automation} as a reader. No transaction is open while commands are on their way, so that handlers may
 * take as long as they must: the checkpoint moves afterwards, never back, and whatever a crash or a double sends again
 * is answered with its first receipt. What follows from one stream goes in its order, one command after the other; streams
 * do not wait for each other. A refusal is kept and passed by; any other trouble ends the step, and the checkpoint comes
 * as far as everything before it is done.
 */
export class AutomatingReader implements SelfMoving {
  readonly name: string;
  readonly version: number;
  readonly types: readonly string[];
  readonly starts?: 'now';
  private readonly checkpoints: Checkpoints;
  private readonly refusals: Refusals;

  constructor(
    private readonly db: Database,
    private readonly log: Log,
    private readonly automation: Automation,
    private readonly send: Send,
  ) {
    this.name = automation.name;
    this.version = automation.version;
    this.types = Object.keys(automation.on);
    if (automation.starts) this.starts = automation.starts;
    this.checkpoints = new Checkpoints(db);
    this.refusals = new Refusals(db);
  }

  async advance(ledger: number): Promise<boolean> {
    const { from, events, upTo } = await this.next(ledger);
    if (upTo === from) return false;
    const refused = events.length > 0 ? await this.refusals.among(this.automation, ledger, from, upTo) : new Set('');
    const { undone, trouble } = await this.followAll(events, refused);
    const done = undone ? undone.position - 1 : upTo;
    if (done > from) await this.checkpoints.pass(this, ledger, done);
    if (trouble) throw trouble.error;
    return true;
  }

  private next(ledger: number): Promise<{ from: number; events: Recorded[]; upTo: number }> {
    return this.db.across(async (tx) => {
      const from = await this.checkpoints.look(tx, this, ledger);
      return { from, ...(await this.log.page(tx, ledger, from, BATCH, this.types)) };
    });
  }

  /** Answers the first event that is not done with, and what went wrong. */
  private async followAll(
    events: readonly Recorded[],
    refused: ReadonlySet<string>,
  ): Promise<{ undone?: Recorded; trouble?: { error: unknown } }> {
    const undone = new Set(events);
    const streams = byStream(events).values();
    let trouble: { error: unknown } | undefined;
    const follow = async () => {
      for (const stream of streams)
        for (const event of stream) {
          if (trouble) return;
          try {
            await this.follow(event, refused);
            undone.delete(event);
          } catch (error) {
            trouble ??= { error };
          }
        }
    };
    await Promise.all(Array.from({ length: ABREAST }, follow));
    const [first] = undone;
    return { ...(first && { undone: first }), ...(trouble && { trouble }) };
  }

  private async follow(event: Recorded, refused: ReadonlySet<string>): Promise<void> {
    for (const command of followingCommands(this.automation, event)) {
      if (refused.has(command.envelope.commandId)) continue; // answered before a crash, and not asked again
      try {
        await inTraceOf(event.meta.traceparent, `automate ${this.name}`, {}, () => this.send(command));
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        await this.refusals.note(this.automation, event, command, error);
      }
    }
  }
}

const byStream = (events: readonly Recorded[]): Map<string, Recorded[]> => {
  const streams = new Map<string, Recorded[]>();
  for (const event of events) {
    const key = `${event.org}/${event.stream}`;
    const known = streams.get(key);
    if (known) known.push(event);
    else streams.set(key, [event]);
  }
  return streams;
};
