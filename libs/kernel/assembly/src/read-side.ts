import { Alarm, Wakes } from '#kernel/clocks';
import { Log } from '#kernel/ledger';
import { type ConnectedConfig, checkPostgres, Database, type Logger, SystemClock } from '#kernel/platform';
import {
  AutomatingReader,
  LiveFeed,
  openQueues,
  Publisher,
  projectingReader,
  ReaderHost,
  type Send,
  Sequencer,
} from '#kernel/readers';
import { clockedStreamsOf, reservedStreamsOf, withClocks } from './clocks-context.js';
import type { Context } from './contexts.js';
import { catalogueOf, kernelReaders, readersOf, rowsOf } from './kernel-context.js';

/** Connections beside one for each reader: for notes of trouble and looks at who is behind. */
const SPARE = 3;

/** The readers of a process, moving. */
export interface ReadSide {
  readonly db: Database;
  readonly sequencer: Sequencer;
  /** Finishes the steps under way and lets go of the stores. */
  stop(): Promise<void>;
}

/**
 * Starts every reader of these contexts: their projections and automations, the shredder, the publisher with the live
 * feed behind it, and the alarm of their clocks. `send` takes the automations' commands to their handlers, who must be listening.
 */
export const startReadSide = async (
  config: ConnectedConfig,
  contexts: readonly Context[],
  logger: Logger,
  send: Send,
): Promise<ReadSide> => {
  const max = readersOf(contexts).length + SPARE;
  const db = await Database.open({ url: config.databaseUrl, role: 'worker', max, entities: rowsOf(contexts) });
  await checkPostgres(db).catch(async (error) => {
    await db.close();
    throw error;
  });
  const queues = openQueues(config);
  queues.watch(logger, (why) => {
    throw why; // uncaught on purpose: a store that forgets is worse than a process that is gone
  });
  const catalogue = catalogueOf(contexts);
  const whole = withClocks(contexts);
  const publisher = new Publisher(queues, catalogue, { silent: new Set(reservedStreamsOf(contexts).keys()) });
  const log = new Log(db, catalogue);
  const readers = [
    ...kernelReaders,
    publisher,
    ...whole.flatMap(({ projections }) => projections.map((one) => projectingReader(db, one))),
    ...whole.flatMap((context) => context.readers ?? []),
    ...whole.flatMap(({ automations = [] }) => automations.map((one) => new AutomatingReader(db, log, one, send))),
  ];
  const sequencer = new Sequencer(db, log, readers, logger);
  const host = new ReaderHost(sequencer, queues, logger);
  await host.start();
  const feed = new LiveFeed(queues);
  const clocked = clockedStreamsOf(contexts).length > 0;
  const alarm = clocked ? new Alarm(new Wakes(db), send, new SystemClock(), queues, logger) : undefined;
  alarm?.start();
  const stop = async () => {
    await Promise.all([host.stop(), feed.stop(), alarm?.stop()]);
    await publisher.close();
    await queues.close();
    await db.close();
  };
  return { db, sequencer, stop };
};
