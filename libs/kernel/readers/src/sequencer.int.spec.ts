import { randomUUID } from 'node:crypto';
import type { Recorded } from '#kernel/core';
import type { Tx } from '#kernel/platform';
import { type FreshDatabase, freshDatabase } from '../../../../test/support/index.js';
import { Scribe, sequencing } from './reader.examples.js';
import type { Reader } from './reader.js';

/** Writes down each event that it gets, in the transaction of its step. */
class Witness implements Reader {
  readonly version = 1;
  shape: Reader['shape'] = 'log';
  readonly types = ['SomethingNoted'];
  /** What it does before it writes an event down. */
  before: (event: Recorded) => unknown = () => undefined;

  constructor(readonly name = `examples.witness-${randomUUID().slice(0, 8)}`) {}

  async apply(tx: Tx, events: readonly Recorded[]): Promise<void> {
    for (const event of events) {
      await this.before(event);
      await tx.query('insert into views.witnessed (reader, position) values ($1, $2)', [this.name, event.position]);
    }
  }
}

describe('the sequencer', () => {
  let db: FreshDatabase;
  let scribe: Scribe;
  let org: string;

  beforeAll(async () => {
    db = await freshDatabase();
    await db.owner.call({
      text: 'create table views.witnessed (reader text, position bigint, turn bigserial); grant usage on all sequences in schema views to forthright_worker',
    });
    scribe = new Scribe(db.api);
    org = await scribe.organization();
  });
  afterAll(async () => {
    await scribe.close();
    await db.close();
  });

  const sequencer = (...readers: Reader[]) => sequencing(db.worker, ...readers);
  const standing = async ({ name }: Reader) => {
    const [row] = await db.worker.call<{ position: string; trouble: string | null }>({
      text: 'select position, trouble from readers.checkpoints where reader = $1',
      values: [name],
    });
    return { position: Number(row?.position), trouble: row?.trouble };
  };
  const witnessed = async ({ name }: Reader) => {
    const text = 'select position from views.witnessed where reader = $1 order by turn';
    const rows = await db.worker.call<{ position: string }>({ text, values: [name] });
    return rows.map(({ position }) => Number(position));
  };
  const noted = async () => {
    const text = "select position from ledger.events where type = 'SomethingNoted' order by position";
    return (await db.worker.call<{ position: string }>({ text })).map(({ position }) => Number(position));
  };
  const firstNoted = async () => (await noted())[0];
  const several = (count: number) => Array.from({ length: count }, (_, index) => `note ${index}`);

  it('moves a checkpoint past what does not concern its reader', async () => {
    const reader = new Witness();
    const { position } = await scribe.write(org, { type: 'SomethingElse' });
    await (await sequencer(reader)).catchUp(reader.name, 1);
    expect(await standing(reader)).toEqual({ position, trouble: null });
  });

  it('hands over every event once, in order, over several batches', async () => {
    const reader = new Witness();
    for (let times = 0; times < 3; times++) await scribe.write(org, { words: several(450) });
    await (await sequencer(reader)).catchUp(reader.name, 1);
    expect(await witnessed(reader)).toEqual(await noted());
  });

  it('hands over every event once though four sequencers run at once and are called at random', async () => {
    const reader = new Witness();
    const rivals = await Promise.all([1, 2, 3, 4].map(() => sequencer(reader)));
    const writing = (async () => {
      for (let times = 0; times < 60; times++) await scribe.write(org, { words: several(7) });
    })();
    const calls = rivals.map(async (rival) => {
      for (let times = 0; times < 40; times++) await rival.catchUp(reader.name, 1);
    });
    await Promise.all([writing, ...calls]);
    await Promise.all(rivals.map((rival) => rival.sweep()));
    expect(await witnessed(reader)).toEqual(await noted());
  });

  it('has read, when a call returns, whatever was there when it was made', async () => {
    const reader = new Witness();
    const one = await sequencer(reader);
    for (let times = 0; times < 30; times++) {
      const { position } = await scribe.write(org);
      void one.catchUp(reader.name, 1); // one that is under way already, most often
      await one.catchUp(reader.name, 1);
      expect((await standing(reader)).position).toBeGreaterThanOrEqual(position);
    }
  });

  it('notes the trouble of a reader that fails, by name only, harms no other, and goes on where it stood', async () => {
    const [failing, other] = [new Witness(), new Witness()];
    const one = await sequencer(failing, other);
    await one.sweep();
    const { position } = await scribe.write(org, { words: ['first', 'broken'] });
    failing.before = ({ data }) => {
      if ((data as { words: string }).words === 'broken') throw new RangeError('cannot read "broken"');
    };
    await one.sweep();
    expect(await standing(failing)).toEqual({ position: position - 1, trouble: 'RangeError' });
    expect(await standing(other)).toEqual({ position, trouble: null });
    expect(await witnessed(failing)).not.toContain(position);
    failing.before = () => undefined;
    await one.sweep();
    expect(await standing(failing)).toEqual({ position, trouble: null });
    expect(await witnessed(failing)).toEqual(await noted());
  });

  it('notes a failed statement by its code, and a swallowed one too', async () => {
    const reader = new Witness();
    const swallowing: Reader = {
      ...new Witness(),
      apply: (tx) => tx.query('select 1/0').then(undefined, () => undefined) as Promise<void>,
    };
    const one = await sequencer(reader, swallowing);
    reader.apply = async (tx) => void (await tx.query('select 1/0'));
    await one.sweep();
    const before = Number(await firstNoted()) - 1;
    expect(await standing(reader)).toEqual({ position: before, trouble: 'error 22012' });
    expect((await standing(swallowing)).position).toBe(before);
    expect((await standing(swallowing)).trouble).not.toBeNull();
  });

  it('does not wait for a reader that takes long', async () => {
    const [slow, quick] = [new Witness(), new Witness()];
    const one = await sequencer(slow, quick);
    let letGo = () => {};
    slow.before = () =>
      new Promise<void>((resolve) => {
        letGo = resolve;
      });
    const held = one.catchUp(slow.name, 1);
    await one.catchUp(quick.name, 1);
    const { position } = await scribe.write(org);
    await one.catchUp(quick.name, 1);
    expect((await standing(quick)).position).toBe(position);
    slow.before = () => undefined;
    letGo();
    await held;
    expect((await standing(slow)).position).toBe(position);
  });

  it('stops in the middle of a long way after the step under way, and another goes on from there', async () => {
    const reader = new Witness();
    const one = await sequencer(reader);
    let stopped: Promise<void> | undefined;
    reader.before = () => {
      stopped ??= one.stop();
    };
    await one.catchUp(reader.name, 1);
    await stopped;
    expect((await standing(reader)).position).toBe(500);
    await (await sequencer(reader)).sweep();
    expect(await witnessed(reader)).toEqual(await noted());
  });

  it('leaves readers that it does not run to others', async () => {
    await expect((await sequencer(new Witness())).catchUp('examples.unknown', 1)).resolves.toBeUndefined();
  });

  it('refuses two readers of one name', async () => {
    await expect(sequencer(new Witness('examples.twin'), new Witness('examples.twin'))).rejects.toThrow('one name');
  });
});
