import { randomBytes } from 'node:crypto';
import { TimeOrderedIds } from '#kernel/platform';
import { type FreshDatabase, freshDatabase } from '../../../../test/support/index.js';
import { KeyRing } from './key-ring.js';
import { MasterKey } from './master-key.js';
import { Safe, SEAL_BYTES, type Shelf } from './safe.js';
import { SealBroken } from './seal-broken.js';

const ids = new TimeOrderedIds();
const clear = Buffer.from('Ana Ruiz, bed 12');

describe('the safe', () => {
  let db: FreshDatabase;
  let safe: Safe;
  beforeAll(async () => {
    db = await freshDatabase();
    safe = new Safe(db.api, new KeyRing(new MasterKey(randomBytes(32))));
  });
  afterAll(() => db.close());

  const shelf = (): Shelf => ({ org: ids.next(), subject: `note-${ids.next()}`, item: 'file-1' });
  const open = (at: Shelf, sealed: Buffer) => db.api.inOrg(at.org, (tx) => safe.open(tx, at, sealed));

  it('opens what it sealed, which says nothing by itself', async () => {
    const at = shelf();
    const sealed = await safe.seal(at, clear);
    expect(sealed).toHaveLength(clear.length + SEAL_BYTES);
    expect(sealed.includes('Ruiz')).toBe(false);
    expect(await open(at, sealed)).toEqual(clear);
  });

  it('raises an alarm for what was changed, cut short, or moved to another place', async () => {
    const at = shelf();
    const sealed = await safe.seal(at, clear);
    const changed = Buffer.from(sealed);
    changed[sealed.length - 1] = (changed[sealed.length - 1] ?? 0) ^ 1;
    await expect(open(at, changed)).rejects.toThrow(SealBroken);
    await expect(open(at, sealed.subarray(0, SEAL_BYTES - 1))).rejects.toThrow(SealBroken);
    await expect(open({ ...at, item: 'file-2' }, sealed)).rejects.toThrow(SealBroken);
    const other = { ...at, subject: `note-${ids.next()}` };
    await safe.seal(other, clear);
    await expect(open(other, sealed)).rejects.toThrow(SealBroken);
  });

  it('opens nothing, and seals nothing more, of a subject that was forgotten', async () => {
    const at = shelf();
    const sealed = await safe.seal(at, clear);
    await db.worker.across((tx) => safe.destroy(tx, [at.org], [at.subject]));
    expect(await open(at, sealed)).toBeUndefined();
    await expect(safe.seal(at, clear)).rejects.toMatchObject({ code: 'subject/erased' });
  });
});
