import { randomUUID } from 'node:crypto';
import { type FreshDatabase, freshDatabase } from '../../../../test/support/index.js';
import { bound } from './bonds.js';
import { projectingReader } from './projecting-reader.js';
import { NoteRow, notes, noteTable, Scribe, sequencing } from './reader.examples.js';
import { recorded } from './testing/index.js';

describe('a projection that follows the ledger', () => {
  let db: FreshDatabase;
  let scribe: Scribe;

  beforeAll(async () => {
    db = await freshDatabase({ entities: [NoteRow] });
    await db.owner.call({ text: noteTable() });
    scribe = new Scribe(db.api);
  });
  afterAll(async () => {
    await scribe.close();
    await db.close();
  });

  const catchUp = async () => (await sequencing(db.worker, projectingReader(db.worker, notes))).sweep();
  const rowsOf = (org: string) =>
    db.worker.call({
      text: 'select words, times_noted from views.note_v1 where org = $1 order by words',
      values: [org],
    });

  it('folds all events of one row that stand in one batch, in their order', async () => {
    const org = await scribe.organization();
    await scribe.write(org, { words: ['one', 'two', 'three'] });
    await catchUp();
    expect(await rowsOf(org)).toEqual([{ words: 'three', times_noted: 3 }]);
  });

  it('goes on from the stored row in the next batch', async () => {
    const org = await scribe.organization();
    const stream = `note-${randomUUID()}`;
    await scribe.write(org, { stream });
    await catchUp();
    await scribe.write(org, { stream, words: 'again' });
    await catchUp();
    expect(await rowsOf(org)).toEqual([{ words: 'again', times_noted: 2 }]);
  });

  it('keeps rows of several organizations apart within one batch, their streams being called the same', async () => {
    const [ours, theirs] = [await scribe.organization(), await scribe.organization()];
    const stream = `note-${randomUUID()}`;
    await scribe.write(ours, { stream, words: 'ours' });
    await scribe.write(theirs, { stream, words: 'theirs' });
    await scribe.write(ours, { stream, words: 'ours still' });
    await catchUp();
    expect(await rowsOf(ours)).toEqual([{ words: 'ours still', times_noted: 2 }]);
    expect(await rowsOf(theirs)).toEqual([{ words: 'theirs', times_noted: 1 }]);
  });

  it.each([1, 10])('settles what belongs together, %d events at once, and what does not any more', async (size) => {
    // words name the note that this one goes with; a row tells of all that go with it, and is as heavy as they are many
    const others = ({ words, tags }: Pick<NoteRow, 'words' | 'tags'>) => [words, ...((tags as string[]) ?? [])];
    const bonds = {
      of: others,
      settle: (rows: ReadonlyMap<string, Omit<NoteRow, 'org' | 'id'>>) => {
        const sets = bound(rows, ({ words }) => [words], rows.keys());
        const settled = sets.flatMap((set) => [...set].map((id) => [id, set] as const));
        return new Map(
          settled.flatMap(([id, set]) => {
            const row = rows.get(id);
            return row ? [[id, { ...row, weight: set.size, tags: [...set].filter((one) => one !== id) }]] : [];
          }),
        );
      },
    };
    const reader = projectingReader(db.worker, { ...notes, bonds });
    const org = await scribe.organization();
    const [a, b, c, nobody] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
    const tell = async (told: readonly (readonly [string, string])[]) => {
      const events = told.map(([id, words], at) =>
        recorded({ type: 'SomethingNoted', data: { words } }, { org, stream: `note-${id}`, position: at + 1 }),
      );
      for (let at = 0; at < events.length; at += size)
        await db.worker.across((tx) => reader.apply(tx, events.slice(at, at + size)));
      const rows = await db.worker.call<{ id: string; weight: number }>({
        text: 'select id, weight from views.note_v1 where org = $1',
        values: [org],
      });
      const weights = new Map(rows.map(({ id, weight }) => [id, weight]));
      return [a, b, c].map((id) => weights.get(id));
    };
    expect(
      await tell([
        [a, nobody],
        [b, nobody],
        [c, nobody],
      ]),
    ).toEqual([1, 1, 1]);
    expect(await tell([[a, b]])).toEqual([2, 2, 1]);
    expect(await tell([[c, a]])).toEqual([3, 3, 3]); // b is settled though nobody named it
    expect(await tell([[a, nobody]])).toEqual([2, 1, 2]);
  });

  it('makes no row of an event that does not concern it', async () => {
    const org = await scribe.organization();
    await scribe.write(org, { type: 'SomethingDropped' });
    await scribe.write(org, { type: 'SomethingElse' });
    await catchUp();
    expect(await rowsOf(org)).toEqual([]);
  });

  it('that is shaped like the log halts at what it cannot read, by itself: the views beside it go on', async () => {
    const org = await scribe.organization();
    const halting = projectingReader(db.worker, {
      ...notes,
      name: 'examples.counts',
      shape: 'log',
      on: {
        SomethingNoted: () => {
          throw new Error('cannot be folded');
        },
      },
    });
    expect([halting.shape, halting.track]).toEqual(['log', undefined]);
    await scribe.write(org, { words: 'goes on' });
    await (await sequencing(db.worker, halting, projectingReader(db.worker, notes))).sweep();
    expect(await rowsOf(org)).toEqual([{ words: 'goes on', times_noted: 1 }]);
    const [stands] = await db.worker.call<{ trouble: string | null }>({
      text: 'select trouble from readers.checkpoints where reader = $1',
      values: ['examples.counts'],
    });
    expect(stands?.trouble).toBe('Error');
  });
});
