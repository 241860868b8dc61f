import { randomUUID } from 'node:crypto';
import { Placements } from '#kernel/ledger';
import { type FreshDatabase, freshDatabase } from '../../../../test/support/index.js';
import { Checkpoints } from './checkpoints.js';
import { Scribe, sequencing } from './reader.examples.js';
import type { Reader } from './reader.js';
import { Views } from './views.js';

describe('reading what one has written', () => {
  const reader: Reader = { name: 'examples.view', version: 2, shape: 'log', types: [], apply: async () => undefined };
  let db: FreshDatabase;
  let scribe: Scribe;
  let views: Views;
  let org: string;

  beforeAll(async () => {
    db = await freshDatabase();
    scribe = new Scribe(db.api);
    views = new Views(new Placements(db.api), new Checkpoints(db.api));
    org = await scribe.organization();
  });
  afterAll(async () => {
    await scribe.close();
    await db.close();
  });

  it('has it at once where the view is there already', async () => {
    const { position } = await scribe.write(org);
    await (await sequencing(db.worker, reader)).sweep();
    expect(await views.reached(reader, org, position)).toBe('caught-up');
    expect(await views.reached(reader, org, 0)).toBe('caught-up');
  });

  it('waits for a view that is on its way', async () => {
    const { position } = await scribe.write(org);
    const asked = views.reached(reader, org, position);
    const sequencer = await sequencing(db.worker, reader);
    setTimeout(() => void sequencer.sweep(), 100);
    expect(await asked).toBe('caught-up');
  });

  it('is told that the view is behind when it does not come in time', async () => {
    const { position } = await scribe.write(org);
    const checkpoints = new Checkpoints(db.api);
    expect(await checkpoints.reached(reader, 1, position, 50)).toBe(false);
    expect(await views.reached(reader, org, position)).toBe('behind');
  });

  it('is not kept waiting for a position that the ledger does not have', async () => {
    const began = performance.now();
    expect(await views.reached(reader, org, 1_000_000)).toBe('behind');
    expect(performance.now() - began).toBeLessThan(1_000);
  });

  it('is not helped by an earlier version of the view', async () => {
    const checkpoints = new Checkpoints(db.api);
    expect(await checkpoints.reached({ ...reader, version: 1 }, 1, 0, 20)).toBe(false);
  });

  it('is behind at once for an organization that is nowhere', async () => {
    expect(await views.reached(reader, randomUUID(), 0)).toBe('behind');
  });

  it('shows how far a reader is behind, in positions and in age', async () => {
    await scribe.write(org, { words: ['a', 'b', 'c'] });
    const [lag] = await new Checkpoints(db.api).lags([reader]);
    expect(lag).toMatchObject({ reader: 'examples.view', version: 2, ledger: 1, behind: 4 });
    expect(lag?.seconds).toBeGreaterThan(2); // of the oldest, from the test that waited
    await (await sequencing(db.worker, reader)).sweep();
    expect(await new Checkpoints(db.api).lags([reader])).toEqual([expect.objectContaining({ behind: 0, seconds: 0 })]);
  });

  it('shows no trouble of a reader that another process has brought to the head', async () => {
    const checkpoints = new Checkpoints(db.worker);
    await checkpoints.note(reader, 1, 'QueryFailedError 55P03');
    const [lag] = await checkpoints.lags([reader]);
    expect(lag?.trouble).toBeUndefined();
  });
});
