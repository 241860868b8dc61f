import { Appender, Bell } from '#kernel/ledger';
import { SystemClock, type Tx, within } from '#kernel/platform';
import { appendOf, type EventLine } from './jsonl/event-line.js';

/** Nobody listens yet to a database that is being restored. */
class NoBell extends Bell {
  ring(): void {}
}

/**
 * Writes events again that were recorded after the backup was taken, with their own ids and times. What is there already
 * stays as it is; an organization that the backup does not know has nothing to add to.
 */
export const restate = async (tx: Tx, events: readonly EventLine[]): Promise<void> => {
  const appender = new Appender(within(tx), new SystemClock(), new NoBell());
  for (const event of events) await appender.append(appendOf([event], { reasonCode: 'restored' }));
};
