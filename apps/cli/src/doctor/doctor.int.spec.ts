import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FakeClamd } from '#kernel/attachments/testing';
import { type Config, readConfig } from '#kernel/platform';
import { KeyRing, loadMasterKey } from '#kernel/privacy';
import { everythingInPostgres } from '../../../../test/support/everything-stored.js';
import { blankDatabase, type FreshDatabase, freshDatabase } from '../../../../test/support/index.js';
import { examine } from './examination.js';
import type { Finding } from './finding.js';

let db: FreshDatabase;
let config: Config;
beforeEach(async () => {
  db = await freshDatabase();
  const dataDir = mkdtempSync(join(tmpdir(), 'forthright-doctor-'));
  config = readConfig({ DATA_DIR: dataDir, DATABASE_URL: db.url, REDIS_URL: db.redisUrl });
});
afterEach(async () => {
  rmSync(config.dataDir, { recursive: true, force: true });
  await db.close();
});

const findings = (
  stores: { databaseUrl?: string; redisUrl?: string } = { databaseUrl: db.url, redisUrl: db.redisUrl },
) => examine({ config, stores, here: () => Date.now() });

const failing = (all: readonly Finding[]) => all.flatMap(({ check, state }) => (state === 'fail' ? [check] : []));
const owner = (text: string) => db.owner.across((tx) => tx.query(text));

describe('the doctor, at a database', () => {
  it('is content with one that is as it should be, and leaves it as it was', async () => {
    const before = await everythingInPostgres(db.url);
    expect(failing(await findings())).toEqual([]);
    expect(await everythingInPostgres(db.url)).toEqual(before);
    expect(readdirSync(config.dataDir)).toEqual([]);
  });

  it.each([
    ['schema', `delete from platform.migrations where name like '0600%'`],
    ['schema', `insert into platform.migrations (timestamp, name) values (1, '9999-later-1700000009999')`],
    ['rights', 'alter table ledger.events disable trigger append_only'],
    ['rights', 'alter table ledger.events enable trigger append_only'],
    ['rights', 'grant delete on privacy.keys to forthright_api; grant delete on ledger.claims to forthright_api'],
    ['rights', 'alter table privacy.keys no force row level security'],
    ['rights', 'drop policy of_one_organization on ledger.events; drop policy of_all_organizations on ledger.events'],
    [
      'readers',
      `insert into readers.checkpoints (reader, version, ledger, trouble) values ('outbound', 1, 1, 'Error 42P01')`,
    ],
    ['master key', `insert into privacy.master_keys values ('\\x0011223344556677')`],
  ])('finds what is wrong with its %s: %s', async (check, statement) => {
    await owner(statement);
    const found = await findings();
    expect(failing(found)).toEqual([check]);
    expect(found.find(({ state }) => state === 'fail')?.todo).toBeTruthy();
  });

  it('knows the key that it was made with, and another', async () => {
    await new KeyRing(loadMasterKey(config)).check(db.worker);
    expect(failing(await findings())).toEqual([]);
    config = { ...config, masterKey: Buffer.alloc(32, 1).toString('base64') };
    expect(failing(await findings())).toEqual(['master key']);
  });

  it('asks the scanner of attachments, where one is named', async () => {
    const scanner = async () => (await findings()).find(({ check }) => check === 'scanner');
    expect(await scanner()).toMatchObject({ state: 'ok', says: expect.stringMatching(/^none/) as string });
    const clamd = await FakeClamd.listen();
    config = { ...config, clamd: clamd.address };
    expect(await scanner()).toEqual({ check: 'scanner', state: 'ok', says: 'clamd answers' });
    clamd.mood = 'failing';
    expect(await scanner()).toMatchObject({ state: 'warn' });
    await clamd.close();
    expect(await scanner()).toMatchObject({ state: 'warn' });
  });

  it('says what to do where there is none, or none of ours, or no Redis', async () => {
    expect(failing(await findings({}))).toEqual(['postgresql', 'redis']);
    const blank = await blankDatabase();
    const found = await findings({ databaseUrl: blank.url, redisUrl: 'redis://127.0.0.1:1' });
    expect(failing(found)).toContain('schema');
    expect(found).toContainEqual(expect.objectContaining({ check: 'redis', state: 'warn' }));
    await blank.close();
  });
});
