import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { verifyLedger } from '#kernel/ledger';
import { Database, migrate } from '#kernel/platform';
import { MasterKey } from '#kernel/privacy';
import { everythingInPostgres, type Kept } from '../../../../test/support/everything-stored.js';
import { blankDatabase, type FreshDatabase, freshDatabase } from '../../../../test/support/index.js';
import { everyMigration } from '../../../../test/support/test-services.js';
import { BackupProblem } from './backup-problem.js';
import { KEPT, sorted } from './kept-tables.js';
import { type Restoring, restoreBackup } from './restore-backup.js';
import { takeBackup } from './take-backup.js';
import { WrittenPast } from './written-past.examples.js';

const migrations = everyMigration();

let folder: string;
let origin: FreshDatabase;
let past: WrittenPast;
let kept: string;
let forgotten: string;
let dying: string;
let file: string;

const take = (name: string, more: object = {}) =>
  takeBackup({ db: origin.owner, master: past.master, file: join(folder, name), ...more });

const restore = (url: string, more: Partial<Restoring> = {}) =>
  restoreBackup({ url, master: past.master, file, migrations, acting: ['outbound'], ...more });

/** Every row of the tables that a backup keeps, but for the record of restores and where readers stand. */
const rowsOf = async (url: string): Promise<Kept[]> => {
  const names = KEPT.map(({ name }) => name).filter((name) => !/checkpoints|restores|parked|effects/.test(name));
  const rows = (await everythingInPostgres(url)).filter(({ place }) => names.includes(place));
  return rows.sort((a, b) => (`${a.place}${a.text}` < `${b.place}${b.text}` ? -1 : 1));
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'forthright-backup-'));
  origin = await freshDatabase();
  past = new WrittenPast(origin.api);
  await past.begin();
  kept = await past.note('kept: \\ "quoted"\n☃ tab\t', 'MRN-1', 'a claim');
  forgotten = await past.note('forgotten');
  await past.approveForgetting(forgotten);
  await WrittenPast.shred(origin.worker);
  dying = await past.note('approved, and the shredder has not come yet', 'MRN-2');
  await past.approveForgetting(dying);
  await origin.owner.across(async (tx) => {
    await tx.query(
      `insert into access.reads (org, actor, action, route, request_id, streams, labels, count, result)
       values ($1, 'staff/-/auditor', 'a', 'r \\ "', 'q', array['a','b,c'], '{}', 2, 'shown')`,
      [past.org],
    );
    await tx.query(
      `insert into readers.checkpoints (reader, version, ledger, position, slot)
       values ('outbound', 1, 1, 2, 'live'), ('a.view', 1, 1, 3, 'live'), ('a.view', 1, 1, 1, 'next')`,
    );
    await tx.query(
      `insert into readers.parked (reader, version, ledger, org, stream, position, trouble)
       select reader, 1, 1, $1, 'note-1', 2, 'TypeError' from unnest(array['outbound', 'a.view']) reader`,
      [past.org],
    );
    for (const [key, state] of Object.entries({ a: 'pending', b: 'sending', c: 'sent' }))
      await tx.query(
        `insert into effects.effects (org, key, kind, code, about, params, person, state)
         values ($1, 'pages-1-1/' || $2, 'mail', 'a', 'note-1', '{}', $1, $3)`,
        [past.org, key, state],
      );
    await tx.query(`insert into effects.history (org, key, state, attempt) values ($1, 'pages-1-1/c', 'sent', 1)`, [
      past.org,
    ]);
    await tx.query(
      `insert into readers.skips (reader, ledger, position, org, stream, type, skipped_by, reason)
       values ('a.view', 1, 1, $1, 'note-1', 'SomethingNoted', $1, 'a test')`,
      [past.org],
    );
  });
  file = join(folder, 'whole.backup');
  await take('whole.backup');
});
afterAll(async () => {
  await origin?.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('what a backup keeps', () => {
  it('was decided for every table there is: one that is added must be put on the list, or be left out knowingly', async () => {
    const tables = await origin.owner.across((tx) =>
      tx.query<{ name: string }>(
        `select schemaname || '.' || tablename as name from pg_tables
          where schemaname !~ '^pg_|^information_schema$' and tableowner = 'forthright_owner'`,
      ),
    );
    expect(sorted(tables.map(({ name }) => name)).unknown).toEqual([]);
    expect(tables.map(({ name }) => name)).toEqual(expect.arrayContaining(KEPT.map(({ name }) => name)));
  });

  it('is not taken while there is a table about which nobody has decided', async () => {
    await origin.owner.call({ text: 'create table ledger.novelties (a int)' });
    try {
      await expect(take('novel.backup')).rejects.toThrow('ledger.novelties');
      expect(readdirSync(folder)).toEqual(['whole.backup']);
    } finally {
      await origin.owner.call({ text: 'drop table ledger.novelties' });
    }
  });

  it('is for its owner only', () => {
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('leaves no file behind where it cannot be written, and a pool that still works', async () => {
    await expect(take('no-such-folder/x')).rejects.toThrow('ENOENT');
    chmodSync(folder, 0o700);
    expect(existsSync(join(folder, 'no-such-folder'))).toBe(false);
    expect(await origin.owner.call({ text: 'select 1 as one' })).toEqual([{ one: 1 }]);
  });
});

describe('a backup that is restored elsewhere', () => {
  let elsewhere: FreshDatabase;
  beforeAll(async () => {
    elsewhere = await freshDatabase();
    expect(await restore(elsewhere.url)).toMatchObject({ forgotten: 2, verified: true, positions: 7 });
  });
  afterAll(() => elsewhere?.close());

  it('is byte for byte what it was, but for what was to be forgotten', async () => {
    const [before, after] = [await rowsOf(origin.url), await rowsOf(elsewhere.url)];
    const changed = ({ text }: Kept) => text.includes(dying);
    const ofKeys = ({ place }: Kept) => place === 'privacy.keys' || place === 'privacy.lookups';
    expect(after.filter((row) => !(ofKeys(row) && changed(row)))).toEqual(
      before.filter((row) => !(ofKeys(row) && changed(row))),
    );
    expect(before.length).toBeGreaterThan(15);
  });

  it('verifies', async () => {
    const heads = await Promise.all([origin, elsewhere].map((db) => verifyLedger(db.worker, 1)));
    expect(heads[1]).toEqual(heads[0]);
    expect(heads[1]).toMatchObject({ ok: true, positions: 7 });
  });

  it('opens the words that may be opened and no others, though the shredder had not run when it was taken', async () => {
    expect(await past.words(kept, elsewhere.api)).toEqual({ clear: 'kept: \\ "quoted"\n☃ tab\t' });
    expect(await past.words(dying)).toMatchObject({ clear: expect.any(String) });
    for (const stream of [forgotten, dying]) expect(await past.words(stream, elsewhere.api)).toEqual({ erased: true });
    expect(await past.found('MRN-1', elsewhere.api)).toEqual([kept]);
    expect(await past.found('MRN-2', elsewhere.api)).toEqual([]);
  });

  it('lets readers that act go on where they stood, and all others start anew', async () => {
    const text = `select reader, slot, position::int from readers.checkpoints where reader in ('outbound', 'a.view')`;
    expect(await elsewhere.owner.call({ text })).toEqual([{ reader: 'outbound', slot: 'live', position: 2 }]);
    const parked = 'select reader, position::int from readers.parked';
    expect(await elsewhere.owner.call({ text: parked })).toEqual([{ reader: 'outbound', position: 2 }]);
  });

  it('lets nothing leave the house that may have left the lost one: that is for a person to decide', async () => {
    const states = { text: 'select key, state from effects.effects order by key' };
    expect(await elsewhere.owner.call(states)).toEqual([
      { key: 'pages-1-1/a', state: 'held' },
      { key: 'pages-1-1/b', state: 'unknown' },
      { key: 'pages-1-1/c', state: 'sent' },
    ]);
    const [held] = await elsewhere.owner.call({ text: 'select ledger, up_to::int from effects.holds' });
    expect(held).toEqual({ ledger: 1, up_to: 7 });
    const steps = {
      text: `select key, state from effects.history where trouble = 'restored from a backup' order by key`,
    };
    expect(await elsewhere.owner.call(steps)).toHaveLength(2);
  });

  it('says so', async () => {
    const [row] = await elsewhere.worker.call({ text: 'select positions::int, forgotten from backup.restores' });
    expect(row).toEqual({ positions: 7, forgotten: 2 });
  });

  it('is as guarded as before', async () => {
    const text = `select n.nspname || '.' || c.relname as name, c.relrowsecurity, c.relforcerowsecurity,
        (select string_agg(tgname || tgenabled::text, ',' order by tgname) from pg_trigger where tgrelid = c.oid and not tgisinternal) as triggers
        from pg_class c join pg_namespace n on n.oid = c.relnamespace where relkind = 'r' and nspname !~ '^pg_' order by 1`;
    expect(await elsewhere.owner.call({ text })).toEqual(await origin.owner.call({ text }));
  });

  it('goes on', async () => {
    const onward = new WrittenPast(elsewhere.api, past.master);
    await onward.begin();
    await onward.note('after the restore');
    expect(await verifyLedger(elsewhere.worker, 1)).toMatchObject({ ok: true, positions: 8 });
  });

  it('is not restored over what is there now', async () => {
    await expect(restore(elsewhere.url)).rejects.toMatchObject({ kind: 'unfit', message: /not empty/ });
    expect(await verifyLedger(elsewhere.worker, 1)).toMatchObject({ ok: true, positions: 8 });
  });
});

describe('a database without schema', () => {
  it('gets the schema with the rows', async () => {
    const blank = await blankDatabase();
    await restore(blank.url);
    const owner = await Database.open({ url: blank.url, role: 'owner', max: 1 });
    expect(await verifyLedger(owner, 1)).toMatchObject({ ok: true, positions: 7 });
    const steps = { text: 'select name from platform.migrations order by name' };
    expect(await owner.call(steps)).toEqual(await origin.owner.call(steps));
    await owner.close();
    await blank.close();
  });
});

describe('a backup of an older version', () => {
  it('is restored into the schema that it had, which then becomes the newest', async () => {
    const [old, target] = [await blankDatabase(), await blankDatabase()];
    const since = /^(0214|022\d|0[5-9]\d\d)/; // what came after the first that could take one
    await migrate({ url: old.url, migrations: migrations.filter(({ name }) => !since.test(name)) });
    const [owner, worker] = await Promise.all(
      (['owner', 'worker'] as const).map((role) => Database.open({ url: old.url, role, max: 2 })),
    );
    const then = new WrittenPast(worker as Database);
    await then.begin();
    await then.note('of old');
    await takeBackup({ db: owner as Database, master: then.master, file: join(folder, 'old.backup') });
    const of = { master: then.master, file: join(folder, 'old.backup') };
    expect(await restore(target.url, of)).toMatchObject({ positions: 1 });
    const restored = await Database.open({ url: target.url, role: 'owner', max: 1 });
    const [steps] = await restored.call<{ count: number }>({ text: 'select count(*)::int from platform.migrations' });
    expect(steps?.count).toBe(migrations.length);
    await Promise.all([owner, worker, restored].map((db) => db?.close()));
    await Promise.all([old.close(), target.close()]);
  });
});

describe('a backup that is not restored', () => {
  let target: FreshDatabase;
  let untouched: Kept[];
  beforeAll(async () => {
    target = await freshDatabase();
    untouched = await everythingInPostgres(target.url);
  });
  afterEach(async () => expect(await everythingInPostgres(target.url)).toEqual(untouched));
  afterAll(() => target?.close());

  const changed = (change: (bytes: Buffer) => Buffer): string => {
    const other = join(folder, 'changed.backup');
    writeFileSync(other, change(readFileSync(file)));
    return other;
  };
  const repacked = (change: (bytes: Buffer) => Buffer) => changed((bytes) => gzipSync(change(gunzipSync(bytes))));
  const refused = (kind: BackupProblem['kind'], message: RegExp, more: Partial<Restoring>) =>
    expect(restore(target.url, more)).rejects.toMatchObject({ name: 'BackupProblem', kind, message });

  it.each([0, 0.001, 0.5, 0.9, 0.999])('is cut off after %p of its length', async (part) => {
    await refused('damaged', /damaged/, {
      file: changed((bytes) => bytes.subarray(0, Math.floor(part * bytes.length))),
    });
  });

  it('ends early, well packed: between two frames, and within one', async () => {
    const end = gunzipSync(readFileSync(file)).length;
    for (const at of [end - 37, end - 38, end - 1, 30])
      await refused('damaged', /damaged/, { file: repacked((bytes) => bytes.subarray(0, at)) });
  });

  it('was changed in a letter of an event, and packed again', async () => {
    const other = repacked((bytes) => {
      const at = bytes.indexOf('WordsNoted');
      bytes.write('X', at);
      return bytes;
    });
    await refused('damaged', /not as it was written/, { file: other });
  });

  it('was changed anywhere else', async () => {
    const length = gunzipSync(readFileSync(file)).length;
    const places = Array.from({ length: 25 }, (_, step) => Math.floor((step * (length - 1)) / 24));
    for (const place of places) {
      const other = repacked((bytes) => {
        bytes[place] = (bytes[place] as number) ^ 1;
        return bytes;
      });
      await expect(restore(target.url, { file: other })).rejects.toBeInstanceOf(BackupProblem);
    }
  });

  it('has something behind its end', async () => {
    await refused('damaged', /behind its end/, { file: repacked((bytes) => Buffer.concat([bytes, Buffer.from('x')])) });
  });

  it('is no backup', async () => {
    await refused('damaged', /damaged/, { file: changed(() => Buffer.from('not packed at all')) });
    await refused('damaged', /does not begin/, { file: repacked(() => Buffer.from('something else altogether')) });
  });

  it('is asked for under another master key', async () => {
    await refused('unfit', /another master key/, { master: new MasterKey(randomBytes(32)) });
  });

  it('is of a newer version', async () => {
    await refused('unfit', /newer version.*0600-restores/, {
      migrations: migrations.filter(({ name }) => name !== '0600-restores'),
    });
  });

  it('holds a ledger whose chain is broken, and says so already when it is taken', async () => {
    const broken = await freshDatabase();
    await restore(broken.url);
    await broken.owner.across(async (tx) => {
      await tx.query('alter table ledger.events disable trigger all');
      await tx.query(`update ledger.events set data = '{"words":{"sealed":"v1.a.b.c"}}' where position = 1`);
      await tx.query('alter table ledger.events enable always trigger append_only');
    });
    const of = { db: broken.owner, master: past.master, file: join(folder, 'broken.backup') };
    await expect(takeBackup(of)).rejects.toThrow(/does not hold at position 1/);
    expect(existsSync(of.file)).toBe(false);
    await takeBackup({ ...of, unverified: true });
    await refused('unfit', /--unverified/, { file: of.file });
    const rescue = await blankDatabase();
    expect(await restore(rescue.url, { file: of.file, unverified: true })).toMatchObject({
      verified: false,
      positions: 7,
    });
    await rescue.close();
    await broken.close();
  });
});

describe('a target', () => {
  it.each([
    ['an organization was placed', `insert into ledger.placements values (gen_random_uuid(), 1)`, /ledger.placements/],
    [
      'its schema is newer',
      `insert into platform.migrations (timestamp, name) values (1, '9999-later-1700000009999')`,
      /newer.*9999-later/,
    ],
  ])('where %s is left alone', async (_, statement, message) => {
    const target = await freshDatabase();
    await target.owner.across((tx) => tx.query(statement));
    const before = await everythingInPostgres(target.url);
    await expect(restore(target.url)).rejects.toMatchObject({ kind: 'unfit', message });
    expect(await everythingInPostgres(target.url)).toEqual(before);
    await target.close();
  });
});
