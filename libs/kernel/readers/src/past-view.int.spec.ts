import { randomUUID } from 'node:crypto';
import { Log } from '#kernel/ledger';
import { type FreshDatabase, freshDatabase } from '../../../../test/support/index.js';
import { pastView } from './past-view.js';
import { NoteRow, notes, noteTable, Scribe } from './reader.examples.js';

describe('a view of the past', () => {
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

  const wordsAt = (org: string, upTo: number) =>
    db.api.inOrg(org, async (tx) => {
      const table = await pastView(tx, { db: db.api, log: new Log(db.api) }, notes, { org, ledger: 1, upTo });
      return tx.query(`select words, times_noted from ${table} order by words`);
    });

  it('holds what the events up to a position fold to, of one organization, and is gone afterwards', async () => {
    const [ours, theirs] = [await scribe.organization(), await scribe.organization()];
    const stream = `note-${randomUUID()}`;
    const { position } = await scribe.write(ours, { stream, words: 'then' });
    await scribe.write(theirs, { stream, words: 'theirs' });
    const last = await scribe.write(ours, { stream, words: 'now' });
    expect(await wordsAt(ours, position - 1)).toEqual([]);
    expect(await wordsAt(ours, position)).toEqual([{ words: 'then', times_noted: 1 }]);
    expect(await wordsAt(ours, last.position)).toEqual([{ words: 'now', times_noted: 2 }]);
    expect(await wordsAt(ours, 1_000_000)).toEqual([{ words: 'now', times_noted: 2 }]);
  });
});
