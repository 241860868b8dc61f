import { projectingReader } from '#kernel/readers';
import { NoteRow, notes, noteTable, Scribe, sequencing } from '../../libs/kernel/readers/src/reader.examples.js';
import { type FreshDatabase, freshDatabase } from '../support/index.js';
import { chance, seedOf } from './chance.js';
import { prepareWitnesses, toBeSeen, Witness } from './witness.js';

/** How often a poke is delivered. */
const TIMES = [0, 1, 2, 5];
const WRITES = 150;

describe('pokes that are lost, doubled and shuffled, to workers of which one is older', () => {
  const seed = seedOf('delivery');
  const next = chance(seed);
  let db: FreshDatabase;
  let scribe: Scribe;

  beforeAll(async () => {
    db = await freshDatabase({ entities: [NoteRow] });
    await prepareWitnesses(db);
    await db.owner.call({ text: noteTable() });
    scribe = new Scribe(db.api);
  });
  afterAll(async () => {
    await scribe.close();
    await db.close();
  });

  it('every reader has every event once and in order after one sweep', async () => {
    const witness = new Witness();
    const views = projectingReader(db.worker, notes);
    const workers = [
      await sequencing(db.worker, witness, views),
      await sequencing(db.worker, witness, views),
      await sequencing(db.worker, witness), // older: it does not know the view yet
    ];
    const org = await scribe.organization();
    const streams = Array.from({ length: 9 }, (_, index) => `note-00000000-0000-7000-8000-00000000000${index}`);
    const pokes: { readonly at: number; readonly deliver: () => Promise<void> }[] = [];
    const underway: Promise<void>[] = [];
    for (let write = 0; write < WRITES; write++) {
      await scribe.write(org, { stream: streams[Math.floor(9 * next())]!, words: [`${write} a`, `${write} b`] });
      for (const reader of [witness.name, views.name, 'nobody.knows'])
        for (let times = TIMES[Math.floor(4 * next())]!; times > 0; times--) {
          const worker = workers[Math.floor(3 * next())]!;
          pokes.push({ at: write + 20 * next(), deliver: () => worker.catchUp(reader, 1) });
        }
      const due = pokes.filter(({ at }) => at <= write).sort(() => next() - 0.5);
      pokes.splice(0, pokes.length, ...pokes.filter(({ at }) => at > write));
      underway.push(...due.map(({ deliver }) => deliver()));
    }
    await Promise.all(underway);
    await workers[0]!.sweep();

    const expected = await toBeSeen(db);
    expect(expected).toHaveLength(2 * WRITES);
    expect(await witness.seen(db)).toEqual(expected);
    const text = 'select sum(times_noted)::int as times, max(position)::int as position from views.note_v1';
    expect(await db.worker.call({ text })).toEqual([{ times: 2 * WRITES, position: expected.at(-1) }]);
  });
});
