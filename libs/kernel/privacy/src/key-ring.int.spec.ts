import { randomBytes } from 'node:crypto';
import { TimeOrderedIds } from '#kernel/platform';
import { type FreshDatabase, freshDatabase } from '../../../../test/support/index.js';
import { KeyRing } from './key-ring.js';
import { destroySubjects } from './keys.sql.js';
import { Lookups } from './lookups.js';
import { MasterKey } from './master-key.js';
import { SealBroken } from './seal-broken.js';

const ids = new TimeOrderedIds();
const master = new MasterKey(randomBytes(32));
const keys = new KeyRing(master);
const lookups = new Lookups(master);
const mrn = (value: string) => ({ scope: 'record-number', value });

let db: FreshDatabase;
let org: string;
let subject: string;

beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db.close());
beforeEach(() => {
  org = ids.next();
  subject = `safety-event-${ids.next()}`;
});

const opening = (where = org) => db.api.inOrg(where, (tx) => keys.forOpening(tx, where, [subject]));
const find = (value: string) => db.api.inOrg(org, (tx) => lookups.findSubjects(tx, org, 'record-number', value));
const destroy = () => db.worker.across((tx) => tx.query(destroySubjects, [[org], [subject]]));

describe('the master key of a database', () => {
  it('is the one that came first; a process with another does not start', async () => {
    await Promise.all([keys.check(db.api), keys.check(db.api)]);
    await keys.check(db.worker);
    await expect(new KeyRing(new MasterKey(randomBytes(32))).check(db.api)).rejects.toThrow('MASTER_KEY');
  });
});

describe("a subject's key", () => {
  it('is made once, whoever asks first', async () => {
    const asked = await Promise.all(Array.from({ length: 20 }, () => keys.forSealing(db.api, org, subject)));
    expect(new Set(asked.map((key) => key?.toString('hex'))).size).toBe(1);
    expect((await opening()).get(subject)).toEqual(asked[0]);
  });

  it('is wrapped at rest', async () => {
    const key = await keys.forSealing(db.api, org, subject);
    const rows = await db.owner.across((tx) => tx.query<{ wrapped: Buffer }>('select wrapped from privacy.keys'));
    expect(rows.some(({ wrapped }) => wrapped?.includes(key ?? 'no key'))).toBe(false);
  });

  it('is missing once it was destroyed, and never made again', async () => {
    await keys.forSealing(db.api, org, subject);
    await destroy();
    expect((await opening()).has(subject)).toBe(false);
    expect(await keys.forSealing(db.api, org, subject)).toBeUndefined();
    expect(await keys.forSealing(db.worker, org, subject)).toBeUndefined();
  });

  it('can be destroyed twice, and before it was made', async () => {
    await destroy();
    await destroy();
    expect(await keys.forSealing(db.api, org, subject)).toBeUndefined();
  });

  it('raises an alarm under another master key, and does not read as erased', async () => {
    await keys.forSealing(db.api, org, subject);
    const stranger = new KeyRing(new MasterKey(randomBytes(32)));
    await expect(db.api.inOrg(org, (tx) => stranger.forOpening(tx, org, [subject]))).rejects.toThrow(SealBroken);
    await expect(stranger.forSealing(db.api, org, subject)).rejects.toThrow(/other-master-key/);
  });
});

describe('a lookup', () => {
  it('finds the subjects of a record number, in its own organization only', async () => {
    const second = `safety-event-${ids.next()}`;
    await keys.forSealing(db.api, org, subject, [mrn('MRN 0042-7')]);
    await keys.forSealing(db.api, org, second, [mrn('mrn00427'), mrn('other')]);
    await keys.forSealing(db.api, ids.next(), subject, [mrn('MRN 0042-7')]);
    expect(await find('MRN-0042-7')).toEqual([subject, second]);
    expect(await find('other')).toEqual([second]);
    expect(await find('MRN 0042-8')).toEqual([]);
  });

  it('is gone with its subject, and does not come back', async () => {
    await keys.forSealing(db.api, org, subject, [mrn('MRN 0042-7')]);
    await destroy();
    await keys.forSealing(db.api, org, subject, [mrn('MRN 0042-7')]);
    expect(await find('MRN 0042-7')).toEqual([]);
    const rows = await db.owner.across((tx) => tx.query('select from privacy.lookups where org = $1', [org]));
    expect(rows).toEqual([]);
  });
});

describe("the api's role", () => {
  it('reads no key and no lookup of another organization', async () => {
    await keys.forSealing(db.api, org, subject, [mrn('MRN 0042-7')]);
    const stranger = ids.next();
    expect((await opening(stranger)).size).toBe(0);
    const sees = (text: string) => db.api.inOrg(stranger, (tx) => tx.query(text));
    expect(await sees('select from privacy.keys')).toEqual([]);
    expect(await sees('select from privacy.lookups')).toEqual([]);
  });

  it('writes no key for another organization', async () => {
    const insert = 'insert into privacy.keys (org, subject, wrapped) values ($1, $2, $3)';
    const trespass = db.api.inOrg(ids.next(), (tx) => tx.query(insert, [org, subject, randomBytes(68)]));
    await expect(trespass).rejects.toThrow(/row-level security/);
  });

  it.each([
    ['changes', "update privacy.keys set wrapped = '\\x00'"],
    ['deletes', 'delete from privacy.keys'],
    ['destroys', "select privacy.destroy('{}', '{}')"],
  ])('%s no key', async (_, text) => {
    await expect(db.api.inOrg(org, (tx) => tx.query(text))).rejects.toThrow(/permission denied/);
  });

  it('sees nothing without an organization', async () => {
    await expect(db.api.call({ text: 'select from privacy.keys' })).rejects.toThrow(/no organization/);
  });
});
