import { randomUUID } from 'node:crypto';
import { type FreshDatabase, freshDatabase } from '../../../../test/support/index.js';
import { projectingReader } from './projecting-reader.js';
import { NoteRow, notes, noteTable, Scribe, sequencing } from './reader.examples.js';

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
