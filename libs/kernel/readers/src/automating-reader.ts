import { type Recorded, Refusal } from '#kernel/core';
import type { Log } from '#kernel/ledger';
import type { Database } from '#kernel/platform';
import type { Automation, Sendable } from './automation.js';
import { Checkpoints } from './checkpoints.js';
import { followingCommands } from './following-commands.js';
import { Refusals } from './refusals.js';
import type { SelfMoving } from './self-moving.js';

/** How many positions one step looks at: what a crash may cause to be sent again. */
const BATCH = 100;

/** Takes a command to its handler and answers when it is done: the command bus. */
export type Send = (command: Sendable) => Promise<unknown>;

/**
 * Runs an {@link Automation} as a reader. No transaction is open while commands are on their way, so that handlers may
 * take as long as they must: the checkpoint moves afterwards, never back, and whatever a crash or a double sends again
 * is answered with its first receipt. Commands go one after the other, in the order of the ledger. A refusal is kept and
 * passed by; any other trouble stops the step there, and what was done before it stays done.
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
    let done = from;
    try {
      for (const event of events) {
        await this.follow(event, refused);
        done = event.position;
      }
      done = upTo;
    } finally {
      if (done > from) await this.checkpoints.pass(this, ledger, done);
    }
    return true;
  }

  private next(ledger: number): Promise<{ from: number; events: Recorded[]; upTo: number }> {
    return this.db.across(async (tx) => {
      const from = await this.checkpoints.look(tx, this, ledger);
      return { from, ...(await this.log.page(tx, ledger, from, BATCH, this.types)) };
    });
  }

  private async follow(event: Recorded, refused: ReadonlySet<string>): Promise<void> {
    for (const command of followingCommands(this.automation, event)) {
      if (refused.has(command.envelope.commandId)) continue; // answered before a crash, and not asked again
      try {
        await this.send(command);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        await this.refusals.note(this.automation, event, command, error);
      }
    }
  }
}
