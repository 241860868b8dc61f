import { randomUUID } from 'node:crypto';
import { eventType, type Recorded } from '#kernel/core';
import { Log, Placements } from '#kernel/ledger';
import type { Tx } from '#kernel/platform';
import { eventually, type FreshDatabase, freshDatabase } from '../../../../test/support/index.js';
import { Checkpoints } from './checkpoints.js';
import { Parked } from './parked.js';
import { lockCheckpoints, moveCheckpoints, park } from './parked.sql.js';
import { quiet, Scribe, sequencing } from './reader.examples.js';
import type { Reader } from './reader.js';
import { Sequencer } from './sequencer.js';
import { Skips } from './skips.js';
import { Views } from './views.js';
import { withheldStreams } from './withheld.js';

/** Writes down the words of each event, in one track with its like; words that it is told to cannot be read. */
class Diary implements Reader {
  readonly name = `examples.diary-${randomUUID().slice(0, 8)}`;
  readonly version = 1;
  readonly shape: Reader['shape'] = 'stream';
  readonly track = 'diaries';
  readonly types = ['SomethingNoted'];
  unreadable: (words: string) => Error | undefined = () => undefined;
  onApply: () => unknown = () => undefined;

  async apply(tx: Tx, events: readonly Recorded[]): Promise<void> {
    await this.onApply();
    for (const { position, stream, data } of events) {
      const { words } = data as { words: string };
      const error = this.unreadable(words);
      if (error) throw error;
      const text = 'insert into views.diaries (reader, position, stream, words) values ($1, $2, $3, $4)';
      await tx.query(text, [this.name, position, stream, words]);
    }
  }
}

const poison = (words: string) => (words.startsWith('poison') ? new TypeError(`cannot read ${words}`) : undefined);

describe('an event that a reader cannot read', () => {
  let db: FreshDatabase;
  let scribe: Scribe;
  let parked: Parked;
  let org: string;

  beforeEach(async () => {
    db = await freshDatabase();
    await db.owner.call({
      text: 'create table views.diaries (reader text, position bigint, stream text, words text, turn bigserial); grant usage on all sequences in schema views to forthright_worker',
    });
    scribe = new Scribe(db.api);
    parked = new Parked(db.worker, new Log(db.worker));
    org = await scribe.organization();
  });
  afterEach(async () => {
    await scribe.close();
    await db.close();
  });

  const written = async ({ name }: Reader, stream?: string) => {
    const text = 'select stream, words from views.diaries where reader = $1 order by turn';
    const rows = await db.worker.call<{ stream: string; words: string }>({ text, values: [name] });
    return rows.filter((row) => !stream || row.stream === stream).map(({ words }) => words);
  };
  const write = (stream: string, ...words: string[]) => scribe.write(org, { stream, words });
  /** How many sessions of this database wait for a lock. */
  const waitingForLocks = async () => {
    const [row] = await db.owner.call<{ waiting: number }>({
      text: `select count(*)::int as waiting from pg_locks w where not w.granted and exists (
        select from pg_locks h join pg_database d on d.oid = h.database where h.pid = w.pid and d.datname = current_database())`,
    });
    return row?.waiting ?? 0;
  };
  const lagOf = async (reader: Reader) => (await new Checkpoints(db.api).lags([reader]))[0];
  const [ill, well] = [`note-${randomUUID()}`, `note-${randomUUID()}`];

  /** A diary that has parked the stream `ill`, beside one that can read everything. */
  const afterPoison = async () => {
    const [diary, other] = [new Diary(), new Diary()];
    diary.unreadable = poison;
    const sequencer = await sequencing(db.worker, diary, other);
    await write(well, 'w1', 'w2');
    await write(ill, 'i1', 'poison', 'i3');
    await write(well, 'w3');
    await sequencer.sweep();
    await write(ill, 'i4');
    const { position } = await write(well, 'w4');
    await sequencer.sweep();
    return { diary, other, sequencer, position };
  };

  it('parks its stream; later events of it wait in order, the others go on, and no other reader minds', async () => {
    const { diary, other, position } = await afterPoison();
    expect(await written(diary, well)).toEqual(['w1', 'w2', 'w3', 'w4']);
    expect(await written(diary, ill)).toEqual(['i1']);
    expect(await written(other)).toEqual(['w1', 'w2', 'i1', 'poison', 'i3', 'w3', 'i4', 'w4']);
    expect(await lagOf(diary)).toMatchObject({ behind: 0, position, parked: 1 });
    expect(await lagOf(other)).toMatchObject({ behind: 0, position, parked: 0 });
    expect(await parked.list()).toEqual([
      expect.objectContaining({ reader: diary.name, org, stream: ill, position: 4, withheld: 3, trouble: 'TypeError' }),
    ]);
  });

  it('is read again after the fix, and all that waited behind it, in order', async () => {
    const { diary, sequencer } = await afterPoison();
    diary.unreadable = () => undefined;
    expect(await parked.replay(diary)).toEqual({ replayed: 1, parked: 0 });
    await write(ill, 'i5');
    await sequencer.sweep();
    expect(await written(diary, ill)).toEqual(['i1', 'poison', 'i3', 'i4', 'i5']);
    expect(await parked.list()).toEqual([]);
  });

  it('is told from its namesake in another organization: each is read again from its own place', async () => {
    const { diary } = await afterPoison();
    await scribe.write(await scribe.organization(), { stream: ill, words: ['o1', 'poison', 'o2'] });
    await (await sequencing(db.worker, diary)).sweep();
    diary.unreadable = () => undefined;
    expect(await parked.replay(diary)).toEqual({ replayed: 2, parked: 0 });
    expect(await written(diary, ill)).toEqual(['i1', 'o1', 'poison', 'i3', 'i4', 'poison', 'o2']);
  });

  it('stays parked by a replay that fails; before a second poison the stream is read up to there, and loses nothing', async () => {
    const { diary } = await afterPoison();
    expect(await parked.replay(diary, { org, stream: ill })).toEqual({ replayed: 0, parked: 1 });
    diary.unreadable = (words) => (words === 'i4' ? new TypeError() : undefined);
    expect(await parked.replay(diary, { org, stream: ill })).toEqual({ replayed: 0, parked: 1 });
    expect(await written(diary, ill)).toEqual(['i1', 'poison', 'i3']);
    expect(await parked.list({ reader: diary.name })).toEqual([expect.objectContaining({ position: 7, withheld: 1 })]);
    diary.unreadable = () => undefined;
    expect(await parked.replay(diary, { org, stream: ill })).toEqual({ replayed: 1, parked: 0 });
    expect(await written(diary, ill)).toEqual(['i1', 'poison', 'i3', 'i4']);
  });

  it('is passed by where a person says so, who is written down for good; the rest of its stream follows', async () => {
    const { diary, sequencer } = await afterPoison();
    const person = randomUUID();
    const skips = new Skips(db.worker);
    const skip = { org, ledger: 1, position: 4, skippedBy: person, reason: 'a test report' };
    expect(await skips.add(diary, { ...skip, position: 3 })).toBeUndefined(); // it is not stuck there
    expect(await skips.add(diary, { ...skip, org: randomUUID() })).toBeUndefined();
    expect(await skips.add(diary, skip)).toEqual({ stream: ill, type: 'SomethingNoted' });
    expect(await skips.add(diary, { ...skip, reason: 'again' })).toBeUndefined();
    expect(await parked.replay(diary, { org, stream: ill })).toEqual({ replayed: 1, parked: 0 });
    await sequencer.sweep();
    expect(await written(diary, ill)).toEqual(['i1', 'i3', 'i4']);
    expect(await skips.latest(org, 9)).toEqual([
      expect.objectContaining({ position: 4, stream: ill, skippedBy: person, reason: 'a test report' }),
    ]);
    expect(await skips.latest(randomUUID(), 9)).toEqual([]);
    await expect(db.owner.call({ text: 'delete from readers.skips' })).rejects.toThrow('append-only');
  });

  it('is told to who asks for what they have written: the view does not have it yet', async () => {
    const { diary } = await afterPoison();
    const views = new Views(new Placements(db.api), new Checkpoints(db.api));
    expect(await views.reached(diary, org, 4)).toBe('behind');
    expect(await views.reached(diary, org, 7)).toBe('behind');
    expect(await views.reached(diary, org, 6)).toBe('caught-up');
  });

  it('is told to whoever reads the view of that organization, and to nobody else', async () => {
    const { diary, other } = await afterPoison();
    const elsewhere = await scribe.organization();
    const withheld = (of: string, view: Reader, asked = of) =>
      db.api.inOrg(of, async (tx) => [...(await withheldStreams(tx, view, asked))]);
    expect(await withheld(org, diary)).toEqual([ill]);
    expect(await withheld(org, other)).toEqual([]);
    expect(await withheld(elsewhere, diary)).toEqual([]);
    expect(await withheld(elsewhere, diary, org)).toEqual([]);
  });

  it('is replayed for its own organization only', async () => {
    const { diary } = await afterPoison();
    diary.unreadable = () => undefined;
    expect(await parked.replay(diary, { org: randomUUID() })).toEqual({ replayed: 0, parked: 0 });
    expect(await parked.list({ org: randomUUID() })).toEqual([]);
    expect(await parked.replay(diary, { org })).toEqual({ replayed: 1, parked: 0 });
  });

  it('that was replayed while a worker waited for its turn is not parked for that worker', async () => {
    const { diary, sequencer } = await afterPoison();
    diary.unreadable = () => undefined;
    let waiting: Promise<void> | undefined;
    diary.onApply = async () => {
      if (waiting) return;
      await write(ill, 'i5'); // comes while the replay is under way, and holds the checkpoint
      waiting = sequencer.catchUp('diaries', 1);
      await eventually(async () => expect(await waitingForLocks()).toBeGreaterThan(0));
    };
    expect(await parked.replay(diary, { stream: ill })).toEqual({ replayed: 1, parked: 0 });
    await waiting;
    await sequencer.sweep();
    expect(await written(diary, ill)).toEqual(['i1', 'poison', 'i3', 'i4', 'i5']);
  });

  it('that was parked while a worker waited for its turn is parked for that worker too', async () => {
    const diary = new Diary();
    const sequencer = await sequencing(db.worker, diary);
    await write(ill, 'poison');
    let swept: Promise<void> | undefined;
    const checkpoint = [[diary.name], [diary.version], 1];
    await db.worker.across(async (tx) => {
      await tx.query(lockCheckpoints, checkpoint);
      await write(ill, 'i2');
      swept = sequencer.sweep();
      await eventually(async () => expect(await waitingForLocks()).toBeGreaterThan(0));
      await tx.query(park, [diary.name, diary.version, 1, org, ill, 1, 'TypeError']);
      await tx.query(moveCheckpoints, [...checkpoint, 1]);
    });
    await swept;
    expect(await written(diary)).toEqual([]);
    expect(await parked.list()).toEqual([expect.objectContaining({ position: 1, withheld: 2 })]);
  });

  it('parks its own stream alone, though two workers come to it at once', async () => {
    const diary = new Diary();
    diary.unreadable = poison;
    const workers = await Promise.all([1, 2].map(() => sequencing(db.worker, diary)));
    for (let times = 0; times < 5; times++) {
      await write(`note-${randomUUID()}`, 'poison');
      for (let healthy = 0; healthy < 3; healthy++) await write(`note-${randomUUID()}`, 'fine');
      await Promise.all(workers.map((worker) => worker.sweep()));
    }
    await workers[0]?.sweep();
    expect((await parked.list()).map(({ position }) => position)).toEqual([1, 5, 9, 13, 17]);
    expect(await written(diary)).toHaveLength(15);
  });

  it('may be one that an upcast fails at: it parks its stream like any other', async () => {
    const rated = eventType('SomethingNoted', 2, {}, [
      (data) => {
        if (data.words === 'poison') throw new TypeError('of what somebody wrote');
        return data;
      },
    ]);
    const [one, other] = [new Diary(), new Diary()];
    const sequencer = new Sequencer(db.worker, new Log(db.worker, [rated]), [one, other], quiet);
    await sequencer.start();
    await write(ill, 'i1', 'poison', 'i3');
    await write(well, 'w1');
    await sequencer.sweep();
    await write(ill, 'poison');
    await write(well, 'w2');
    await sequencer.sweep();
    for (const diary of [one, other]) {
      expect(await written(diary)).toEqual(['i1', 'w1', 'w2']);
      expect(await lagOf(diary)).toMatchObject({ behind: 0, parked: 1 });
    }
    expect((await parked.list({ reader: one.name })).map(({ position, withheld }) => [position, withheld])).toEqual([
      [2, 3],
    ]);
  });

  it('halts a reader that takes the log as one sequence, until the event is read or passed by', async () => {
    const diary = Object.assign(new Diary(), { shape: 'log' as const, unreadable: poison });
    const sequencer = await sequencing(db.worker, diary);
    await write(ill, 'i1', 'poison');
    await write(well, 'w1');
    await sequencer.sweep();
    expect(await lagOf(diary)).toMatchObject({ position: 1, trouble: 'TypeError', parked: 0 });
    const skip = { org, ledger: 1, position: 2, skippedBy: randomUUID(), reason: 'a test report' };
    expect(await new Skips(db.worker).add(diary, skip)).toMatchObject({ stream: ill });
    await sequencer.sweep();
    expect(await written(diary)).toEqual(['i1', 'w1']);
    expect(await lagOf(diary)).not.toHaveProperty('trouble');
  });

  it('halts every reader where it is not the event that is wrong', async () => {
    const diary = new Diary();
    const sequencer = await sequencing(db.worker, diary);
    await write(well, 'w1');
    await db.owner.call({ text: 'alter table views.diaries rename to diaries_gone' });
    await sequencer.sweep();
    expect(await lagOf(diary)).toMatchObject({ position: 0, trouble: expect.stringContaining('42P01'), parked: 0 });
    await db.owner.call({ text: 'alter table views.diaries_gone rename to diaries' });
    await sequencer.sweep();
    expect(await written(diary)).toEqual(['w1']);
  });

  it('is held against the reader where there are more than a hundred: it halts', async () => {
    const diary = new Diary();
    diary.unreadable = poison;
    const sequencer = await sequencing(db.worker, diary);
    for (let times = 0; times <= 100; times++) await write(`note-${randomUUID()}`, 'poison');
    await sequencer.sweep();
    expect(await lagOf(diary)).toMatchObject({ position: 100, parked: 100, trouble: 'TooMuchParked' });
  });
});

describe('readers of one track', () => {
  it('read the ledger together, and one that is new catches up by itself', async () => {
    const db = await freshDatabase();
    await db.owner.call({
      text: 'create table views.diaries (reader text, position bigint, stream text, words text, turn bigserial); grant usage on all sequences in schema views to forthright_worker',
    });
    const scribe = new Scribe(db.api);
    const org = await scribe.organization();
    const [first, second, late] = [new Diary(), new Diary(), new Diary()];
    await scribe.write(org, { words: ['a', 'b'] });
    await (await sequencing(db.worker, first, second)).sweep();
    const together = await sequencing(db.worker, first, second, late);
    await scribe.write(org, { words: ['c'] });
    await together.sweep();
    const text = 'select reader, array_agg(words order by turn) as words from views.diaries group by 1';
    const rows = await db.worker.call<{ reader: string; words: string[] }>({ text });
    expect(new Map(rows.map(({ reader, words }) => [reader, words]))).toEqual(
      new Map([first, second, late].map(({ name }) => [name, ['a', 'b', 'c']])),
    );
    await scribe.close();
    await db.close();
  });
});
