import { randomUUID } from 'node:crypto';
import { type DomainEvent, type Recorded, streamId } from '#kernel/core';
import { Log } from '#kernel/ledger';
import { tenantPolicies } from '#kernel/platform';
import { eventually, type FreshDatabase, freshDatabase } from '../../../../../test/support/index.js';
import { Checkpoints } from '../checkpoints.js';
import { Parked } from '../parked.js';
import { projectingReader } from '../projecting-reader.js';
import { type Projection, projection } from '../projection.js';
import { NoteRow, notes, noteTable, Scribe, sequencing } from '../reader.examples.js';
import { Skips } from '../skips.js';
import { Rebuild } from './rebuild.js';
import { dropVersion, isSuperseded } from './superseded.js';

const PAGE = 2000;

/** The fold of notes, with something done before each event. */
const notesBut = (before: (event: Recorded) => void): Projection => {
  const on = Object.entries(notes.on).map(([type, fold]) => [
    type,
    (event: Recorded, row: unknown) => {
      before(event);
      return (fold as (event: Recorded, row: unknown) => unknown)(event, row);
    },
  ]);
  return { ...notes, on: Object.fromEntries(on) } as unknown as Projection;
};

/** No event's fault. */
class Killed extends Error {
  override readonly name = 'Killed';
}

describe('a rebuild', () => {
  let db: FreshDatabase;
  let scribe: Scribe;
  let org: string;
  const by = { org: randomUUID(), person: randomUUID() };

  beforeEach(async () => {
    db = await freshDatabase({ entities: [NoteRow] });
    await db.owner.call({ text: noteTable() });
    await db.owner.call({
      text: 'create index note_v1_by_words on views.note_v1 (org, words) where words is not null',
    });
    await db.owner.call({
      text: `alter table views.note_v1 set (fillfactor = 80), add constraint a_word check (words <> '')`,
    });
    await db.owner.call({ text: tenantPolicies('views.note_v1') });
    scribe = new Scribe(db.api);
    org = await scribe.organization();
  });
  afterEach(async () => {
    await scribe.close();
    await db.close();
  });

  const rebuildOf = (view: Projection = notes) => new Rebuild(db.owner, db.worker, new Log(db.worker), view);
  const live = () => sequencing(db.worker, projectingReader(db.worker, notes));
  const several = (count: number) => Array.from({ length: count }, (_, index) => `note ${index}`);
  const write = async (events: number, stream = `note-${randomUUID()}`) => {
    for (let left = events; left > 0; left -= 500)
      await scribe.write(org, { stream, words: several(Math.min(left, 500)) });
    return streamId(stream);
  };
  const standing = async (slot: string) => {
    const text = 'select position from readers.checkpoints where reader = $1 and slot = $2';
    const [row] = await db.worker.call<{ position: string }>({ text, values: [notes.name, slot] });
    return row && Number(row.position);
  };
  const rows = async (table = 'views.note_v1') =>
    db.owner.call<{ id: string; words: string; times_noted: number }>({
      text: `select id, words, times_noted, position from ${table} order by id`,
    });
  /** Somebody writes and the live reader follows, all the while that something else is done. */
  const whileWriting = async <T>(work: () => Promise<T>): Promise<T> => {
    const sequencer = await live();
    let writing = true;
    const [one, other] = [`note-${randomUUID()}`, `note-${randomUUID()}`];
    const written = (async () => {
      while (writing) {
        await scribe.write(org, { stream: one, words: several(7) });
        await scribe.write(org, { stream: other });
        await scribe.write(org);
        await sequencer.sweep();
      }
    })();
    try {
      return await work();
    } finally {
      writing = false;
      await written;
    }
  };
  /** How PostgreSQL describes the table that is read, and everything on it. */
  const description = async () => {
    const [row] = await db.owner.call({
      text: `select relacl::text, reloptions, relrowsecurity, relforcerowsecurity,
        (select json_agg(pg_get_indexdef(indexrelid) order by indexrelid::regclass::text) from pg_index where indrelid = c.oid) as indexes,
        (select json_agg(conname || pg_get_constraintdef(oid) order by conname) from pg_constraint where conrelid = c.oid) as constraints,
        (select json_agg(p order by policyname) from pg_policies p where schemaname = 'views' and tablename = c.relname) as policies
        from pg_class c where oid = 'views.note_v1'::regclass`,
    });
    return row;
  };

  it('ends equal to the live view while somebody writes, and takes its place without a change of shape', async () => {
    await write(3 * PAGE);
    await (await live()).sweep();
    const [shape, before] = [
      await description(),
      await db.owner.call({ text: "select 'views.note_v1'::regclass::oid" }),
    ];
    const rebuild = rebuildOf();
    await whileWriting(async () => {
      await rebuild.fill();
      for (let times = 0; times < 5; times++) expect(await rebuild.compare()).toMatchObject({ different: 0 });
      expect(await rebuild.switch(by)).toEqual({ different: 0, added: 0, missing: 0, sample: [], switched: true });
    });
    expect(await description()).toEqual(shape);
    expect(await db.owner.call({ text: "select 'views.note_v1'::regclass::oid" })).not.toEqual(before);
    expect(await db.owner.call({ text: "select 'views_before.note_v1'::regclass::oid" })).toEqual(before);
    await (await live()).sweep();
    const afterwards = await rows();
    await rebuild.drop();
    await rebuild.fill();
    expect(await rebuild.compare()).toMatchObject({ different: 0 });
    expect(await rows('views_next.note_v1')).toEqual(afterwards);
  });

  it('goes on where it was interrupted, and reads nothing twice', async () => {
    await write(3 * PAGE);
    await (await live()).sweep();
    const seen: number[] = [];
    const interrupted = rebuildOf(
      notesBut(({ position }) => {
        if (position > PAGE + 100) throw new Killed('killed');
        seen.push(position);
      }),
    );
    await expect(interrupted.fill()).rejects.toThrow('killed');
    expect(await standing('next')).toBe(PAGE);
    const resumed = rebuildOf(notesBut(({ position }) => seen.push(position)));
    await resumed.fill();
    expect(seen.filter((position) => position > PAGE + 100)).toHaveLength(2 * PAGE - 100);
    expect(Math.min(...seen.slice(PAGE + 100))).toBe(PAGE + 1);
    expect(await resumed.compare()).toMatchObject({ different: 0 });
  });

  it('stands before an event that it cannot read, and says which', async () => {
    await write(PAGE + 700);
    await (await live()).sweep();
    const poisonous = notesBut(({ position }) => {
      if (position === PAGE + 123) throw new TypeError('of what somebody wrote');
    });
    await expect(rebuildOf(poisonous).fill()).rejects.toThrow(
      `The event at position ${PAGE + 123} cannot be read (TypeError): the rebuild stands before it.`,
    );
    expect(await standing('next')).toBe(PAGE + 122);
    await rebuildOf().fill();
    expect(await rebuildOf().compare()).toMatchObject({ different: 0 });
  });

  describe('of a view that has parked streams', () => {
    const parked = () => new Parked(db.worker, new Log(db.worker));
    let poison: (event: Recorded) => boolean;
    const poisoned = () =>
      notesBut((event) => {
        if (poison(event)) throw new TypeError('poison');
      });
    const reader = () => projectingReader(db.worker, poisoned());
    const sweep = async () => (await sequencing(db.worker, reader())).sweep();
    const timesOf = async (id: string) => (await rows()).find((row) => row.id === id)?.times_noted;
    /** Two streams, each parked at its third event of five; returns their ids. */
    const twoParked = async () => {
      const ids = [await write(5), await write(5)];
      await write(3);
      poison = ({ revision, stream }) => revision === 3 && ids.includes(streamId(stream));
      await sweep();
      expect(await parked().list()).toHaveLength(2);
      return ids as [string, string];
    };

    it('lacks what the live view lacks, and has in the end what was replayed there', async () => {
      const [one, other] = await twoParked();
      const rebuild = rebuildOf(poisoned());
      await rebuild.fill();
      expect(await rebuild.compare()).toMatchObject({ different: 0 });
      expect(await timesOf(one)).toBe(2);
      poison = ({ revision, stream }) => revision === 3 && streamId(stream) === other;
      expect(await parked().replay(reader())).toEqual({ replayed: 1, parked: 1 });
      await write(2, `note-${one}`);
      await write(2, `note-${other}`);
      await sweep();
      expect(await timesOf(one)).toBe(7);
      expect(await rebuild.switch(by)).toMatchObject({ different: 0, switched: true });
      expect([await timesOf(one), await timesOf(other)]).toEqual([7, 2]);
      poison = () => false;
      await parked().replay(reader());
      expect(await timesOf(other)).toBe(7);
      await rebuild.back(by); // to the table that never saw the replay
      expect([await timesOf(one), await timesOf(other)]).toEqual([7, 7]);
    });

    it('passes by what a person had the reader pass by', async () => {
      const [one] = await twoParked();
      const [place] = (await parked().list()).filter(({ stream }) => stream === `note-${one}`);
      if (!place) throw new Error('Not parked');
      const skip = { ...place, skippedBy: randomUUID(), reason: 'a test' };
      expect(await new Skips(db.worker).add(reader(), skip)).toMatchObject({ stream: place.stream });
      await parked().replay(reader(), place);
      expect(await timesOf(one)).toBe(4);
      const rebuild = rebuildOf(poisoned());
      await rebuild.fill();
      expect(await rebuild.switch(by)).toMatchObject({ different: 0, switched: true });
      expect(await timesOf(one)).toBe(4);
    });

    it('has what a replay came to before it failed again', async () => {
      const [one] = await twoParked();
      const rebuild = rebuildOf(poisoned());
      await rebuild.fill();
      poison = ({ revision, stream }) => revision === 5 && streamId(stream) === one;
      await parked().replay(reader());
      expect(await timesOf(one)).toBe(4);
      expect(await rebuild.compare()).toMatchObject({ different: 0 });
      poison = () => false;
      await parked().replay(reader());
      expect(await timesOf(one)).toBe(5);
      expect(await rebuild.switch(by)).toMatchObject({ different: 0, switched: true });
    });
  });

  it('tells how far it has come', async () => {
    await write(2 * PAGE + 1);
    await (await live()).sweep();
    const told: [number, number][] = [];
    await rebuildOf().fill((done, of) => told.push([done, of]));
    const of = 2 * PAGE + 1;
    expect(told.slice(0, 4)).toEqual([PAGE, 2 * PAGE, of, of].map((done) => [done, of]));
  });

  it('may be done by several at once', async () => {
    await write(3 * PAGE);
    await (await live()).sweep();
    await Promise.all([rebuildOf().fill(), rebuildOf().fill(), rebuildOf().fill()]);
    expect(await rebuildOf().compare()).toMatchObject({ different: 0 });
    expect(await standing('next')).toBe(3 * PAGE);
  });

  it('never goes beyond the live view', async () => {
    await write(10);
    await (await live()).sweep();
    await write(10);
    await rebuildOf().fill();
    expect([await standing('live'), await standing('next')]).toEqual([10, 10]);
  });

  it('is not switched where it differs, and says in which rows and columns, but not what they hold', async () => {
    const [changed, lost] = [await write(3), await write(1)];
    await (await live()).sweep();
    await db.owner.call({ text: `update views.note_v1 set words = 'forged', times_noted = 9 where id = '${changed}'` });
    await db.owner.call({ text: `delete from views.note_v1 where id = '${lost}'` });
    const forged = randomUUID();
    await db.owner.call({
      text: `insert into views.note_v1 (org, id, words, times_noted, position) values ('${org}', '${forged}', 'x', 1, 1)`,
    });
    const rebuild = rebuildOf();
    await rebuild.fill();
    const found = await rebuild.switch(by);
    expect(found).toMatchObject({ different: 3, added: 1, missing: 1, switched: false });
    expect(found.sample).toHaveLength(3);
    expect(found.sample).toEqual(
      expect.arrayContaining([
        { org, id: changed, how: 'changed', columns: ['times_noted', 'words'] },
        { org, id: lost, how: 'added', columns: [] },
        { org, id: forged, how: 'missing', columns: [] },
      ]),
    );
    expect((await rows()).map(({ words }) => words)).toContain('forged');
    expect(await rebuild.switch(by, { acceptDifferences: true })).toMatchObject({ different: 3, switched: true });
    expect((await rows()).map(({ words }) => words)).toEqual(expect.not.arrayContaining(['forged']));
    const text = 'select act, differences::int, person from readers.switches';
    expect(await db.worker.call({ text })).toEqual([{ act: 'switch', differences: 3, person: by.person }]);
  });

  it('has a way back, on which the old table catches up with what was written since', async () => {
    const id = await write(3);
    await (await live()).sweep();
    await db.owner.call({ text: `update views.note_v1 set words = 'as it was', author = '${id}'` });
    const rebuild = rebuildOf();
    await rebuild.fill();
    await rebuild.switch(by, { acceptDifferences: true });
    await write(2 * PAGE, `note-${id}`);
    const other = await write(1);
    await (await live()).sweep();
    await whileWriting(() => rebuild.back(by));
    await (await live()).sweep();
    const [row] = await db.owner.call({ text: `select author, times_noted from views.note_v1 where id = '${id}'` });
    expect(row).toEqual({ author: id, times_noted: 2 * PAGE + 3 });
    expect((await rows()).map((one) => one.id)).toContain(other);
    await rebuild.back(by); // and forth again
    const [again] = await db.owner.call({ text: `select author from views.note_v1 where id = '${id}'` });
    expect(again).toEqual({ author: null });
  });

  it('keeps one table for the way back, until that is dropped', async () => {
    await write(3);
    await (await live()).sweep();
    const rebuild = rebuildOf();
    await rebuild.fill();
    await rebuild.switch(by);
    await rebuild.fill();
    await expect(rebuild.switch(by)).rejects.toThrow('views_before.note_v1 is still there');
    expect((await rebuild.standings()).map(({ slot }) => slot)).toEqual(['live', 'next', 'before']);
    expect(await rebuild.drop(['before'])).toEqual(['before']);
    expect(await rebuild.switch(by)).toMatchObject({ switched: true });
    expect(await rebuild.drop()).toEqual(['before']);
    expect([await standing('live'), await standing('next'), await standing('before')]).toEqual([
      3,
      undefined,
      undefined,
    ]);
    await expect(rebuild.back(by)).rejects.toThrow('There is no views_before.note_v1');
  });

  it('is not switched where the table that is read was changed meanwhile', async () => {
    await write(3);
    await (await live()).sweep();
    const rebuild = rebuildOf();
    await rebuild.fill();
    await db.owner.call({ text: 'create index note_v1_urgent on views.note_v1 (org, urgent)' });
    await expect(rebuild.switch(by)).rejects.toThrow('is not made as views.note_v1');
    await rebuild.fill(); // makes what is missing
    expect(await rebuild.switch(by)).toMatchObject({ switched: true });
  });

  it('refuses a view on which something hangs that would stay behind', async () => {
    await db.owner.call({ text: 'create view views.loud as select upper(words) as words from views.note_v1' });
    await expect(rebuildOf().fill()).rejects.toThrow('view views.loud');
  });

  it('keeps nobody waiting behind it where a query goes on for long, and comes again', async () => {
    await write(3);
    await (await live()).sweep();
    const rebuild = rebuildOf();
    await rebuild.fill();
    let letGo = () => {};
    const long = db.worker.across(async (tx) => {
      await tx.query('select count(*) from views.note_v1');
      await new Promise<void>((resolve) => {
        letGo = resolve;
      });
    });
    const switching = rebuild.switch(by);
    const text = "select 1 from pg_locks where not granted and relation = 'views.note_v1'::regclass";
    await eventually(async () => expect(await db.worker.call({ text })).toHaveLength(1), { every: 2 });
    const [counted] = await db.api.inOrg(org, (tx) => tx.query('select count(*)::int as count from views.note_v1'));
    expect(counted).toEqual({ count: 1 }); // it came later, and is through while the switch still waits
    letGo();
    expect(await switching).toMatchObject({ switched: true });
    await long;
  });

  it('lets a reader go on that was waiting at the fence', async () => {
    await write(3);
    const sequencer = await live();
    await sequencer.sweep();
    const rebuild = rebuildOf();
    await rebuild.fill();
    await whileWriting(async () => {
      await rebuild.switch(by);
      for (let times = 0; times < 5; times++) await rebuild.back(by);
    });
    await sequencer.sweep();
    const [lag] = await sequencer.checkpoints.lags();
    expect(lag).toMatchObject({ behind: 0 });
    expect(lag?.trouble).toBeUndefined();
  });
});

describe('a version that nobody runs any more', () => {
  it('stays with its table until it is dropped, and what runs is never dropped', async () => {
    const db = await freshDatabase({ entities: [NoteRow] });
    await db.owner.call({ text: noteTable('note_v1') });
    await db.owner.call({ text: noteTable('note_v2') });
    const old = { name: notes.name, version: 1 };
    const running = { name: notes.name, version: 2 };
    const checkpoints = new Checkpoints(db.worker);
    await checkpoints.enlist([old, running]);
    const superseded = async () => (await checkpoints.standings()).filter((one) => isSuperseded(one, [running]));
    expect(await superseded()).toEqual([expect.objectContaining({ reader: notes.name, version: 1 })]);
    const drop = (version: number) => dropVersion(db.owner, { name: notes.name, version, current: 'views.note_v2' });
    await expect(drop(2)).rejects.toThrow('not of version 2');
    await expect(drop(3)).rejects.toThrow('never was a version 3');
    expect(await drop(1)).toEqual(['views.note_v1']);
    expect(await superseded()).toEqual([]);
    expect((await checkpoints.standings()).map(({ version }) => version)).toEqual([2]);
    const text = "select to_regclass('views.note_v1') as old, to_regclass('views.note_v2') as new";
    expect(await db.owner.call({ text })).toEqual([{ old: null, new: 'views.note_v2' }]);
    await db.close();
  });
});

describe('a rebuild of a view that keeps no table of its own', () => {
  it('is refused', async () => {
    const db = await freshDatabase({ entities: [NoteRow] });
    const elsewhere = projection<NoteRow, DomainEvent>({ ...notes, on: {} });
    db.worker.source.getMetadata(NoteRow).tablePath = 'public.note_v1';
    expect(() => new Rebuild(db.owner, db.worker, new Log(db.worker), elsewhere)).toThrow(
      'no table of the schema views',
    );
    await db.close();
  });
});
