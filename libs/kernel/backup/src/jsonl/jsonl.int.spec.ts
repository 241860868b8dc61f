import { randomBytes, randomUUID } from 'node:crypto';
import { verifyLedger } from '#kernel/ledger';
import { MasterKey, privacyCatalogue } from '#kernel/privacy';
import { type FreshDatabase, freshDatabase } from '../../../../../test/support/index.js';
import { WrittenPast, wordsNoted } from '../written-past.examples.js';
import type { EventLine } from './event-line.js';
import { exportLines } from './export-lines.js';
import { type Imported, LineImport } from './import-lines.js';

const catalogue = [wordsNoted, ...privacyCatalogue];
const approver = '0190c4f0-0000-7000-8000-00000000000b';

let origin: FreshDatabase;
let past: WrittenPast;
let kept: string;
let forgotten: string;

beforeAll(async () => {
  origin = await freshDatabase();
  past = new WrittenPast(origin.api);
  await past.begin();
  kept = await past.note('kept ☃', 'MRN-1', 'a claim');
  forgotten = await past.note('forgotten', 'MRN-1');
  await past.approveForgetting(forgotten);
  await WrittenPast.shred(origin.worker);
  const other = new WrittenPast(origin.api, past.master);
  await other.begin();
  await other.note('of somebody else');
});
afterAll(() => origin?.close());

const exported = async (db: FreshDatabase, more: object = {}): Promise<string[]> => {
  const lines: string[] = [];
  for await (const some of exportLines({ db: db.worker, org: past.org, ...more }))
    lines.push(...some.trimEnd().split('\n'));
  return lines;
};

async function* each(lines: readonly string[]) {
  yield* lines;
}

const imported = (db: FreshDatabase, lines: readonly string[], more: { into?: string } = {}): Promise<Imported> =>
  new LineImport({ db: db.worker, master: past.master, catalogue, approver, lines: each(lines), ...more }).run();

/** What an import must not change: everything but where, when, and by whose approval it was recorded. */
const lasting = (lines: readonly string[]) =>
  lines
    .filter((line) => !line.includes('wrappedKey'))
    .map((line) => {
      const { ledger: _l, position: _p, recordedAt: _r, leaf: _f, meta: _m, ...event } = JSON.parse(line) as EventLine;
      return { ...event, data: line.slice(line.indexOf('"data":')) };
    });

describe('an export', () => {
  it('is one event a line, in order, of one organization or of all', async () => {
    const events = (await exported(origin)).map((line) => JSON.parse(line) as EventLine);
    expect(events.map(({ type, org }) => [type, org])).toEqual(
      ['WordsNoted', 'WordsNoted', 'ErasureRequested', 'SubjectErased'].map((type) => [type, past.org]),
    );
    expect(events[0]).toMatchObject({ stream: kept, revision: 1, claims: [{ scope: 'note', key: 'a claim' }] });
    expect(await exported(origin, { org: undefined })).toHaveLength(5);
    expect(await exported(origin, { types: ['SubjectErased'] })).toHaveLength(1);
  });

  it('holds no key unless it is asked to, and never that of somebody forgotten', async () => {
    expect((await exported(origin)).join()).not.toContain('wrapped');
    const keys = (await exported(origin, { withKeys: true })).filter((line) => line.includes('wrappedKey'));
    expect(keys.map((line) => JSON.parse(line).subject)).toEqual([kept]);
  });
});

describe('an export that is imported elsewhere', () => {
  let elsewhere: FreshDatabase;
  beforeAll(async () => {
    elsewhere = await freshDatabase();
  });
  afterAll(() => elsewhere?.close());

  it('gives the same bytes when it is exported again', async () => {
    const lines = await exported(origin, { withKeys: true });
    expect(await imported(elsewhere, lines)).toEqual({ read: 4, accepted: 4, duplicate: 0, refused: 0, refusals: [] });
    expect(lasting(await exported(elsewhere))).toEqual(lasting(await exported(origin)));
    expect(await verifyLedger(elsewhere.worker, 1)).toMatchObject({ ok: true, positions: 4, told: false });
  });

  it('says of every event that it is imported history, and who approved it', async () => {
    for (const line of await exported(elsewhere))
      expect(JSON.parse(line).meta).toMatchObject({ reasonCode: 'imported-history', approver });
  });

  it('lets those words be read whose key came along', async () => {
    expect(await past.words(kept, elsewhere.api)).toEqual({ clear: 'kept ☃' });
    expect(await past.words(forgotten, elsewhere.api)).toEqual({ erased: true });
    expect(await past.found('MRN-1', elsewhere.api)).toEqual([kept]);
  });

  it('adds nothing when it is imported again', async () => {
    expect(await imported(elsewhere, await exported(origin))).toMatchObject({ accepted: 0, duplicate: 4, refused: 0 });
    expect(await past.words(kept, elsewhere.api)).toEqual({ clear: 'kept ☃' });
  });
});

describe('an import', () => {
  let target: FreshDatabase;
  let lines: string[];
  beforeEach(async () => {
    target = await freshDatabase();
    lines = await exported(origin);
  });
  afterEach(() => target?.close());

  it('goes on where an earlier one was interrupted', async () => {
    expect(await imported(target, lines.slice(0, 2))).toMatchObject({ accepted: 2 });
    expect(await imported(target, lines)).toMatchObject({ accepted: 2, duplicate: 2, refused: 0 });
  });

  it('of words without their keys leaves them forgotten: nothing is sealed under another key for them', async () => {
    await imported(target, lines);
    expect(await past.words(kept, target.api)).toEqual({ erased: true });
    const [key] = await target.owner.call({
      text: 'select wrapped from privacy.keys where subject = $1',
      values: [kept],
    });
    expect(key).toEqual({ wrapped: null });
  });

  it('into another organization brings everything but the words', async () => {
    const into = randomUUID();
    const { accepted, refusals } = await imported(target, await exported(origin, { withKeys: true }), { into });
    expect([accepted, refusals]).toEqual([4, [{ line: 1, reason: expect.stringContaining('another organization') }]]);
    const events = await exported(target, { org: into });
    expect(lasting(events)).toEqual(lasting(lines).map((event) => ({ ...event, org: into })));
    expect(await exported(target)).toEqual([]);
    const there = new WrittenPast(target.api, past.master, into);
    expect(await there.words(kept, target.api)).toEqual({ erased: true });
  });

  it('never mixes two pasts', async () => {
    const native = new WrittenPast(target.api, past.master, past.org);
    await native.begin();
    await native.note('was here first');
    await expect(imported(target, lines)).rejects.toMatchObject({ kind: 'unfit' });
    expect(await verifyLedger(target.worker, 1)).toMatchObject({ ok: true, positions: 1 });
  });

  it('goes not even into the organization that it was exported from', async () => {
    await expect(imported(origin, lines)).rejects.toMatchObject({ kind: 'unfit' });
  });

  it('refuses, line by line, what is not as it was written or does not belong, and takes the rest', async () => {
    const strange = (lines[0] as string).replaceAll('WordsNoted', 'OtherNoted');
    const { read, accepted, refusals } = await imported(target, [
      '{"half',
      '{"a":1}',
      (lines[0] as string).replace('"revision":1', '"revision":2'),
      strange,
      lines[0] as string,
      lines[3] as string,
    ]);
    expect({ read, accepted }).toEqual({ read: 6, accepted: 1 });
    expect(refusals).toEqual([
      { line: 1, reason: 'this is no JSON' },
      { line: 2, reason: 'org is missing' },
      { line: 3, reason: expect.stringContaining('leaf differs') },
      { line: 4, reason: expect.stringContaining('leaf differs') },
      { line: 6, reason: 'what comes before it in its stream is missing' },
    ]);
  });

  it('refuses types that nobody knows here, and keys of another installation', async () => {
    const withKeys = await exported(origin, { withKeys: true });
    const stranger = new LineImport({
      db: target.worker,
      master: new MasterKey(randomBytes(32)),
      catalogue: privacyCatalogue,
      approver,
      lines: each(withKeys),
    });
    const { accepted, refusals } = await stranger.run();
    expect(accepted).toBe(2);
    expect(refusals.map(({ reason }) => reason)).toEqual([
      expect.stringContaining('master key'),
      'WordsNoted v1 is not known here',
      'WordsNoted v1 is not known here',
    ]);
  });
});
