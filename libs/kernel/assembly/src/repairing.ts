import { Log } from '#kernel/ledger';
import { type ConnectedConfig, Database } from '#kernel/platform';
import { Parked, PUBLISHER, projectingReader, type Reader, type Replayed, type Skip, Skips } from '#kernel/readers';
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
    private readonly reader: Reader | typeof PUBLISHER,
  ) {}

  /** Reads what is parked of an organization, or of one stream of it, again. */
  replay(org: string, stream?: string): Promise<Replayed> {
    const { reader } = this;
    if (!('shape' in reader) || reader.shape === 'log')
      throw new RepairRefused(
        `${reader.name} parks nothing: it takes the log as one sequence, halts where it cannot go on, and tries again by itself. readers status tells whether it does.`,
      );
    return new Parked(this.db, this.log).replay(reader, { org, ...(stream && { stream }) });
  }

  /** Passes the event by that the reader is stuck at, and has it go on with what is parked behind it. */
  async skip(skip: Skip): Promise<{ stream: string; type: string } & Replayed> {
    const { reader } = this;
    const skipped = await new Skips(this.db).add(reader, skip);
    if (!skipped)
      throw new RepairRefused(
        `${reader.name} is not stuck at position ${skip.position} of ledger ${skip.ledger} here, or the event is passed by already. readers parked tells where readers are stuck.`,
      );
    const parks = 'shape' in reader && reader.shape === 'stream';
    const replayed = parks ? await this.replay(skip.org, skipped.stream) : { replayed: 0, parked: 0 };
    return { ...skipped, ...replayed };
  }
}

/**
 * Repairs a reader. Refused for those that are never stuck at an event (automations are answered with refusals, which are
 * kept), and for the shredder: what it passed by would be a person who is not forgotten.
 */
export const repairing = async <T>(
  { databaseUrl: url }: ConnectedConfig,
  contexts: readonly Context[],
  name: string,
  work: (repair: Repair) => Promise<T>,
): Promise<T> => {
  const projections = contexts.flatMap((context) => context.projections);
  const others = contexts.flatMap(({ readers = [] }) => readers);
  const names = [...projections, ...others, PUBLISHER].map((one) => one.name);
  if (!names.includes(name))
    throw new RepairRefused(`There is no reader "${name}" that an event can hold up. There are: ${names.join(', ')}.`);
  const db = await Database.open({ url, role: 'worker', max: 3, entities: rowsOf(contexts) });
  try {
    const readers = [...projections.map((one) => projectingReader(db, one)), ...others];
    const reader = readers.find((one) => one.name === name) ?? PUBLISHER;
    return await work(new Repair(db, new Log(db, catalogueOf(contexts)), reader));
  } finally {
    await db.close();
  }
};
