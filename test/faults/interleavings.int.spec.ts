import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { Log } from '#kernel/ledger';
import { Database } from '#kernel/platform';
import { noted, noting } from '../../libs/kernel/ledger/src/append.examples.js';
import { batchStatement } from '../../libs/kernel/ledger/src/batch-statement.js';
import { Scribe, sequencing } from '../../libs/kernel/readers/src/reader.examples.js';
import { eventually, type FreshDatabase, freshDatabase } from '../support/index.js';
import { FaultProxy } from './fault-proxy.js';
import { HOLD_SPACE, heldThere, holds } from './scene.sql.js';
import { prepareWitnesses, toBeSeen, Witness } from './witness.js';

const BEFORE_COMMIT = 4;

/** Orders of events that once lost, doubled or swapped something, in this house or another; each played as it was. */
describe('fixed interleavings', () => {
  let db: FreshDatabase;
  let org: string;
  const scribes: Scribe[] = [];

  beforeEach(async () => {
    db = await freshDatabase();
    await prepareWitnesses(db);
    await db.owner.call({ text: holds });
    org = await scribe().organization();
  });
  afterEach(async () => {
    await Promise.all(scribes.splice(0).map((one) => one.close()));
    await db.close();
  });

  /** A process of its own, as far as the ledger can tell. */
  const scribe = () => {
    const made = new Scribe(db.api);
    scribes.push(made);
    return made;
  };
  const head = () => new Log(db.worker).head(1);
  const waiting = async (kind: string, count = 1) => {
    const text = `select from pg_locks where locktype = '${kind}' and not granted`;
    await eventually(async () => expect((await db.worker.call({ text })).length).toBeGreaterThanOrEqual(count));
  };
  const keeper = async () => {
    const client = new pg.Client({ connectionString: db.url });
    await client.connect();
    return client;
  };

  it('a writer that has everything in and has not committed: nobody reads around it, and the next stands behind it', async () => {
    const [first, second] = [scribe(), scribe()];
    await first.write(org, { type: 'SomethingElse' });
    const before = await head();
    const holder = await keeper();
    await holder.query('select pg_advisory_lock($1, $2)', [HOLD_SPACE, BEFORE_COMMIT]);
    const older = first.write(org);
    await eventually(async () =>
      expect((await holder.query(heldThere, [HOLD_SPACE, BEFORE_COMMIT])).rows).toHaveLength(1),
    );
    const younger = second.write(org);
    await waiting('transactionid');
    const witness = new Witness();
    await (await sequencing(db.worker, witness)).sweep();
    expect(await witness.seen(db)).toEqual([]);
    expect(await head()).toBe(before);
    await holder.end();
    expect([(await older).position, (await younger).position]).toEqual([before + 1, before + 2]);
    await (await sequencing(db.worker, witness)).sweep();
    expect(await witness.seen(db)).toEqual([before + 1, before + 2]);
  });

  it('an older transaction that appends after a younger one has committed: it stands behind it, and a reader between misses nothing', async () => {
    const witness = new Witness();
    const one = await sequencing(db.worker, witness);
    let younger = 0;
    await db.worker.across(async (tx) => {
      await tx.query('select pg_current_xact_id()');
      younger = (await scribe().write(org)).position;
      await one.sweep();
      expect(await witness.seen(db)).toEqual([younger]);
      const { text, values } = batchStatement(1, undefined, [noting(org, 'note-older', { events: [noted()] })]);
      await tx.query(text, values);
    });
    await one.sweep();
    expect(await witness.seen(db)).toEqual([younger, younger + 1]);
  });

  it('somebody who opened a transaction, here and in another database, and went to lunch: readers do not wait', async () => {
    const elsewhere = await freshDatabase();
    const idlers = [await keeper(), new pg.Client({ connectionString: elsewhere.url })];
    await idlers[1]?.connect();
    for (const idler of idlers)
      await idler.query('begin; select pg_current_xact_id(); select count(*) from ledger.events');
    const { position } = await scribe().write(org);
    const witness = new Witness();
    await (await sequencing(db.worker, witness)).sweep();
    expect(await witness.seen(db)).toEqual([position]);
    await Promise.all(idlers.map((idler) => idler.end()));
    await elsewhere.close();
  });

  it('a reader that is killed between its rows and its checkpoint: they are written once', async () => {
    for (let times = 0; times < 3; times++) await scribe().write(org, { words: ['a', 'b'] });
    const witness = new Witness();
    let lives = 3;
    witness.afterwards = async (tx) => {
      if (--lives > 0) await tx.query('select pg_terminate_backend(pg_backend_pid())');
    };
    const one = await sequencing(db.worker, witness);
    await eventually(async () => {
      await one.sweep();
      expect(await one.behind()).toEqual([]);
    });
    expect(lives).toBe(0);
    expect(await witness.seen(db)).toEqual(await toBeSeen(db));
  });

  it('a reader whose commit was done and never answered: it goes on behind it', async () => {
    await scribe().write(org, { words: ['a', 'b'] });
    const wire = await FaultProxy.before(db.url);
    const far = await Database.open({ url: wire.url(db.url), role: 'worker' });
    const witness = new Witness();
    const one = await sequencing(far, witness);
    const trap = wire.holdAnswerTo('commit');
    const stepping = one.sweep();
    await trap.sprung;
    wire.reset();
    await stepping;
    await scribe().write(org);
    await eventually(async () => {
      await one.sweep();
      expect(await one.behind()).toEqual([]);
    });
    expect(await witness.seen(db)).toEqual(await toBeSeen(db));
    await far.close();
    await wire.close();
  });

  it('two workers on one reader: the second waits for the first, and starts where that one gave up', async () => {
    await scribe().write(org, { words: ['a', 'b'] });
    const [first, second] = [new Witness(), new Witness()];
    const turns: string[] = [];
    let giveUp = () => {};
    first.afterwards = () =>
      new Promise((_, reject) => {
        turns.push('first reads');
        giveUp = () => reject(Object.assign(new Error('gone'), { code: '57P01' }));
      });
    second.afterwards = () => void turns.push('second reads');
    const [one, other] = [await sequencing(db.worker, first), await sequencing(db.worker, second)];
    const held = one.sweep();
    await eventually(() => expect(turns).toEqual(['first reads']));
    const queued = other.sweep();
    await waiting('transactionid');
    await pause(20); // time for a second that does not wait to show itself
    expect(turns).toEqual(['first reads']);
    giveUp();
    await Promise.all([held, queued]);
    expect(turns).toEqual(['first reads', 'second reads']);
    expect(await second.seen(db)).toEqual(await toBeSeen(db));
  });
});
