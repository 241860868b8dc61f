import { Log } from '#kernel/ledger';
import { type ConnectedConfig, Database } from '#kernel/platform';
import {
  AutomatingReader,
  Parked,
  PUBLISHER,
  projectingReader,
  type Reader,
  type Replayed,
  type Send,
  type Skip,
  Skips,
} from '#kernel/readers';
import { withClocks } from './clocks-context.js';
import type { Context } from './contexts.js';
import { catalogueOf, rowsOf } from './kernel-context.js';

/** What was asked of a reader does not fit how it stands; nothing was changed. */
export class RepairRefused extends Error {
  override readonly name = 'RepairRefused';
}

/** The ways on for a reader that is stuck at an event: to read again, or to pass the event by. */
export class Repair {
  /** `reader`: one that is built as a worker builds it and not started, or whose name is all that is needed. */
  constructor(
    private readonly db: Database,
    private readonly log: Log,
    private readonly reader: Reader | AutomatingReader | typeof PUBLISHER,
  ) {}

  /** Reads what is parked of an organization, or of one stream of it, again. */
  replay(org: string, stream?: string): Promise<Replayed> {
    const { reader } = this;
    const of = { org, ...(stream && { stream }) };
    if (reader instanceof AutomatingReader) return reader.replay(of);
    if (parks(reader)) return new Parked(this.db, this.log).replay(reader, of);
    throw new RepairRefused(
      `${reader.name} parks nothing: it takes the log as one sequence, halts where it cannot go on, and tries again by itself. readers status tells whether it does.`,
    );
  }

  /** Passes the event by that the reader is stuck at, and has it go on with what is parked behind it. */
  async skip(skip: Skip): Promise<{ stream: string; type: string } & Replayed> {
    const { reader } = this;
    const skipped = await new Skips(this.db).add(reader, skip);
    if (!skipped)
      throw new RepairRefused(
        `${reader.name} is not stuck at position ${skip.position} of ledger ${skip.ledger} here, or the event is passed by already. readers parked tells where readers are stuck.`,
      );
    const parking = reader instanceof AutomatingReader || parks(reader);
    const replayed = parking ? await this.replay(skip.org, skipped.stream) : { replayed: 0, parked: 0 };
    return { ...skipped, ...replayed };
  }
}

const parks = (reader: Reader | typeof PUBLISHER): reader is Reader => 'shape' in reader && reader.shape === 'stream';

/**
 * Repairs a reader. Refused for the shredder: what it passed by would be a person who is not forgotten. `send` takes the
 * commands of automations to their handlers.
 */
export const repairing = async <T>(
  { databaseUrl: url }: ConnectedConfig,
  contexts: readonly Context[],
  { name, send }: { name: string; send: Send },
  work: (repair: Repair) => Promise<T>,
): Promise<T> => {
  const whole = withClocks(contexts);
  const projections = whole.flatMap((context) => context.projections);
  const automations = whole.flatMap((context) => context.automations ?? []);
  const others = whole.flatMap((context) => context.readers ?? []);
  const names = [...projections, ...automations, ...others, PUBLISHER].map((one) => one.name);
  if (!names.includes(name))
    throw new RepairRefused(`There is no reader "${name}" to repair. There are: ${names.join(', ')}.`);
  const db = await Database.open({ url, role: 'worker', max: 3, entities: rowsOf(contexts) });
  try {
    const log = new Log(db, catalogueOf(contexts));
    const readers = [
      ...projections.map((one) => projectingReader(db, one)),
      ...automations.map((one) => new AutomatingReader(db, log, one, send)),
      ...others,
    ];
    return await work(new Repair(db, log, readers.find((one) => one.name === name) ?? PUBLISHER));
  } finally {
    await db.close();
  }
};
