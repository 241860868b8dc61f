import { randomUUID } from 'node:crypto';
import { Column, Entity } from 'typeorm';
import { type FreshDatabase, freshDatabase } from '../../../../test/support/index.js';
import { IdColumn, OrgColumn } from './columns.js';
import { NoteRow, noteTable } from './reader.examples.js';
import { address, RowStore } from './row-store.js';

@Entity({ schema: 'views', name: 'dated_v1' })
class DatedRow {
  @OrgColumn()
  readonly org: string;

  @IdColumn()
  readonly id: string;

  @Column('date')
  readonly day: string;
}

describe('the rows of a view', () => {
  const org = randomUUID();
  let db: FreshDatabase;
  let store: RowStore;

  beforeAll(async () => {
    db = await freshDatabase({ entities: [NoteRow, DatedRow] });
    await db.owner.call({ text: noteTable() });
    await db.owner.call({ text: noteTable('note_rebuild') });
    store = RowStore.of(db.worker, NoteRow);
  });
  afterAll(() => db.close());

  const full = (more: Partial<NoteRow> = {}): NoteRow => ({
    org,
    id: randomUUID(),
    words: `a 'quoted' "text", with \\ and {braces}, NULL\nand a second line`,
    urgent: false,
    times: -2_147_483_648,
    weight: 0.1,
    notedAt: '2026-03-02T09:00:00.123Z',
    author: randomUUID(),
    tags: [{ label: 'wet "floor"', at: null, deep: { n: 1.5 } }, 'null', 7],
    position: Number.MAX_SAFE_INTEGER,
    ...more,
  });
  const bare = (): NoteRow => ({ org, id: randomUUID(), words: '', times: 0, position: 0 });
  const keyed = (...rows: NoteRow[]) => new Map(rows.map((row) => [address(row.org, row.id), row]));
  const roundTrip = async (...rows: NoteRow[]) => {
    await db.worker.across((tx) => store.save(tx, keyed(...rows)));
    return db.worker.across((tx) => store.load(tx, [...keyed(...rows).keys()]));
  };

  it('come back as they were folded, column by column', async () => {
    const row = full();
    expect(await roundTrip(row)).toStrictEqual(keyed(row));
  });

  it('come back without what they do not have, not with nulls', async () => {
    const row = bare();
    expect(await roundTrip(row)).toStrictEqual(keyed(row));
  });

  it.each([{}, [], 'words', 0, false, { a: [] }])('keep %j as it is in a column of JSON', async (tags) => {
    const row = full({ tags });
    expect(await roundTrip(row)).toStrictEqual(keyed(row));
  });

  it('are stored anew whole: a value that is gone is gone', async () => {
    const row = full();
    await roundTrip(row);
    const changed = { ...bare(), id: row.id, words: 'later' };
    expect(await roundTrip(changed)).toStrictEqual(keyed(changed));
  });

  it('are told apart by organization, though their ids are the same', async () => {
    const [ours, theirs] = [full(), full({ org: randomUUID(), words: 'theirs' })].map((row, _, [first]) => ({
      ...row,
      id: first?.id ?? row.id,
    })) as [NoteRow, NoteRow];
    expect(await roundTrip(ours, theirs)).toStrictEqual(keyed(ours, theirs));
  });

  it('can live in another table of the same shape', async () => {
    const row = full();
    const scratch = RowStore.of(db.worker, NoteRow, 'views.note_rebuild');
    await db.worker.across((tx) => scratch.save(tx, keyed(row)));
    const addresses = [address(row.org, row.id)];
    expect(await db.worker.across((tx) => scratch.load(tx, addresses))).toStrictEqual(keyed(row));
    expect((await db.worker.across((tx) => store.load(tx, addresses))).size).toBe(0);
  });

  it('are written in the order of their keys, so that writers of the same rows never wait in a circle', async () => {
    const rows = Array.from({ length: 40 }, () => bare());
    await roundTrip(...rows);
    const writers = Array.from({ length: 8 }, async (_, writer) => {
      for (let round = 0; round < 15; round++) {
        const some = [...rows].sort(() => Math.random() - 0.5).slice(0, 20);
        await db.worker.across((tx) => store.save(tx, keyed(...some.map((row) => ({ ...row, times: writer })))));
      }
    });
    await expect(Promise.all(writers)).resolves.toHaveLength(8);
  });

  it('refuse a column type of which nobody has shown that it comes back', () => {
    expect(() => RowStore.of(db.worker, DatedRow)).toThrow(/views\.dated_v1\.day must have one of the types/);
  });
});
