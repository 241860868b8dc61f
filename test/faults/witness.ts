import type { Recorded } from '#kernel/core';
import type { Tx } from '#kernel/platform';
import type { Reader } from '#kernel/readers';
import type { FreshDatabase } from '../support/index.js';

const TABLE = 'create table views.witnessed (reader text, position bigint, turn bigserial)';
const USABLE = 'grant usage on all sequences in schema views to forthright_worker';

/** A reader that writes down each event that it gets, in the transaction of its step: what came twice is there twice. */
export class Witness implements Reader {
  readonly version = 1;
  readonly types = ['SomethingNoted'];
  readonly shape = 'log';
  /** What happens once a batch is written down, before its checkpoint moves. */
  afterwards: (tx: Tx) => unknown = () => undefined;

  constructor(readonly name = 'examples.witness') {}

  async apply(tx: Tx, events: readonly Recorded[]): Promise<void> {
    for (const { position } of events)
      await tx.query('insert into views.witnessed (reader, position) values ($1, $2)', [this.name, position]);
    await this.afterwards(tx);
  }

  /** What is written down, in the order in which it was. */
  async seen(db: FreshDatabase): Promise<number[]> {
    const text = 'select position::float8 as position from views.witnessed where reader = $1 order by turn';
    return (await db.worker.call<{ position: number }>({ text, values: [this.name] })).map(({ position }) => position);
  }
}

/** Makes the table that witnesses write to. */
export const prepareWitnesses = ({ owner }: FreshDatabase) => owner.call({ text: `${TABLE}; ${USABLE}` });

/** Where the events stand that a witness should have seen. */
export const toBeSeen = async ({ worker }: FreshDatabase): Promise<number[]> => {
  const text = "select position::float8 as position from ledger.events where type = 'SomethingNoted' order by position";
  return (await worker.call<{ position: number }>({ text })).map(({ position }) => position);
};
