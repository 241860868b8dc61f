import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DevelopmentIssuer } from '#kernel/access';
import { Client, type ReceiptAnswer } from '../support/client.js';
import { beginVerb, type Ended } from '../support/command-line.js';
import { blankDatabase, eventually, type FreshDatabase, freshDatabase } from '../support/index.js';
import { Journey } from '../support/journey.js';
import { aFall } from '../support/reports.js';
import { type RunningForthright, spawnForthright } from '../support/spawn-forthright.js';

const WORDS = { living: 'Zephyrquill', before: 'Marrowfinch', after: 'Oubliettewax' } as const;

let folder: string;
let journey: Journey;
let masterKey: string;
let taken: { heads: readonly { position: number; chain: string }[]; rows: Record<string, number> };
const reports = {} as Record<keyof typeof WORDS, ReceiptAnswer>;

/** The address of a database that was made for this journey. */
let elsewhere: FreshDatabase;

const at = (name: string): string => join(folder, name);

/** A verb of the origin that does its work. */
const told = async <T>(...args: readonly string[]): Promise<T> => {
  const { code, stdout, stderr } = await journey.cli(...args);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return JSON.parse(stdout) as T;
};

const forget = (report: ReceiptAnswer) =>
  told('subject', 'forget', report.stream, '--approved-by', 'second-admin', '--json');

/** A verb that works on another database, under a master key. */
const elsewhereVerb = (url: string, key: string, ...args: readonly string[]): Promise<Ended> => {
  const env = { ...process.env, NODE_ENV: 'development', DATABASE_URL: url, REDIS_URL: elsewhere.redisUrl };
  const more = { MASTER_KEY: key, REDIS_PREFIX: elsewhere.redisPrefix, DATA_DIR: at('data') };
  return beginVerb({ ...env, ...more }, args).ended;
};

const restore = (url: string, ...args: readonly string[]) =>
  elsewhereVerb(url, masterKey, 'restore', ...args, '--json');

/** Every event as text, as far as the backup goes. */
const eventsOf = async (db: FreshDatabase): Promise<string[]> => {
  const text = 'select e::text as event from ledger.events e where position <= $1 order by position';
  const rows = await db.owner.call<{ event: string }>({ text, values: [taken.heads[0]?.position] });
  return rows.map(({ event }) => event);
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'forthright-restore-'));
  journey = await Journey.begin();
  elsewhere = await freshDatabase();
  masterKey = readFileSync(join(journey.forthright.dataDir, 'master.key'), 'utf8').trim();
  const nurse = await journey.as('reporter');
  const facility = journey.persona('reporter').facility;
  for (const [name, word] of Object.entries(WORDS))
    reports[name as keyof typeof WORDS] = await nurse.done(
      '/v1/safety-events',
      aFall(facility, { narrative: `She said ${word}.`, patientRef: `MRN-${word}` }),
    );
  await forget(reports.before);

  let stopped = false;
  const load = Array.from({ length: 4 }, async () => {
    while (!stopped) await nurse.done('/v1/safety-events', aFall(facility));
  });
  const begun = await journey.head();
  await eventually(async () => expect(await journey.head()).toBeGreaterThan(begun + 20));
  taken = await told('backup', at('whole'), '--json');
  const during = await journey.head();
  await eventually(async () => expect(await journey.head()).toBeGreaterThan(during + 20));
  stopped = true;
  await Promise.all(load);
  await journey.readersAtHead();
  await forget(reports.after);
  await told('export', at('forgotten.jsonl'), '--as', 'jsonl', '--all', '--types', 'SubjectErased', '--json');
});
afterAll(async () => {
  await journey?.end();
  await elsewhere?.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('a backup that was taken under load', () => {
  it('holds a past that others have left behind', async () => {
    const [head] = taken.heads;
    expect(taken.rows['ledger.events']).toBe(head?.position);
    expect(await journey.head()).toBeGreaterThan(head?.position ?? 0);
    expect(statSync(at('whole')).mode & 0o777).toBe(0o600);
    expect(existsSync(at('whole.part'))).toBe(false);
  });

  it('is never written over another, nor taken by somebody who may not', async () => {
    expect(await journey.cli('backup', at('whole'))).toMatchObject({ code: 2, stderr: /already/ });
    const refused = await journey.cli('backup', at('other'), '--by', 'org-admin');
    expect(refused).toMatchObject({ code: 2, stderr: expect.stringContaining('backup.take') });
    expect(existsSync(at('other'))).toBe(false);
  });
});

describe('what cannot be restored', () => {
  it('is refused, and stores nothing', async () => {
    const bytes = readFileSync(at('whole'));
    writeFileSync(at('cut'), bytes);
    truncateSync(at('cut'), bytes.length - 100);
    const middle = bytes.length >> 1;
    writeFileSync(at('changed'), bytes.fill((bytes[middle] ?? 0) ^ 0xff, middle, middle + 1));
    for (const name of ['cut', 'changed']) {
      const { code, stdout, stderr } = await restore(elsewhere.url, at(name));
      expect([code, stdout]).toEqual([1, '']);
      expect(stderr).toMatch(/^This backup is damaged: [^\n]+\n$/);
    }
    const otherKey = Buffer.alloc(32, 7).toString('base64');
    const wrong = await elsewhereVerb(elsewhere.url, otherKey, 'restore', at('whole'));
    expect(wrong).toMatchObject({ code: 2, stderr: expect.stringContaining('another master key') });
    expect(await elsewhere.owner.call({ text: 'select * from ledger.events' })).toEqual([]);
    expect(await elsewhere.owner.call({ text: 'select * from privacy.keys' })).toEqual([]);
  });

  it('is asked for in a place that is not empty', async () => {
    const refused = await restore(journey.database.url, at('whole'));
    expect(refused).toMatchObject({ code: 2, stderr: expect.stringContaining('not empty') });
  });

  it('is asked for without the key', async () => {
    const refused = await elsewhereVerb(elsewhere.url, '', 'restore', at('whole'));
    expect(refused).toMatchObject({ code: 2, stderr: expect.stringContaining('MASTER_KEY is required') });
    expect(existsSync(join(at('data'), 'master.key'))).toBe(false);
  });
});

describe('restored elsewhere', () => {
  let forthright: RunningForthright;
  let manager: Client;
  beforeAll(async () => {
    const { code, stdout, stderr } = await restore(elsewhere.url, at('whole'), '--forgotten', at('forgotten.jsonl'));
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(JSON.parse(stdout)).toMatchObject({ verified: true, forgotten: 2 });
  });
  afterAll(() => forthright?.close());

  it('it is what it was, byte for byte', async () => {
    const [before, after] = [await eventsOf(journey.database), await eventsOf(elsewhere)];
    expect(after.length).toBe(taken.heads[0]?.position);
    expect(after).toEqual(before);
  });

  it('nobody was let in before the forgotten were forgotten: their keys never came back', async () => {
    const text = 'select subject from privacy.keys where wrapped is null order by subject';
    const gone = await elsewhere.owner.call<{ subject: string }>({ text });
    expect(gone.map(({ subject }) => subject)).toEqual([reports.before.stream, reports.after.stream].sort());
  });

  it('it starts, and fills its views', async () => {
    forthright = await spawnForthright(elsewhere, { env: { MASTER_KEY: masterKey } });
    const { org, person } = journey.persona('risk-manager');
    const issuer = await DevelopmentIssuer.open({ mode: 'development', dataDir: forthright.dataDir });
    manager = new Client(forthright.url, await issuer.issue({ org, personId: person }));
    await eventually(async () => {
      expect((await manager.get(`/v1/safety-events/${reports.living.id}`)).text).toContain(WORDS.living);
    });
  });

  it('it verifies, and what was erased since stands behind it', async () => {
    const { code, stdout } = await elsewhereVerb(elsewhere.url, masterKey, 'ledger', 'verify', '--json');
    const { ok, positions } = JSON.parse(stdout) as { ok: boolean; positions: number };
    expect([code, ok]).toEqual([0, true]);
    // the erasure, and the clocks of reports that nobody had tended when the backup was taken
    expect(positions).toBeGreaterThan(taken.heads[0]?.position ?? 0);
  });

  it('the forgotten are forgotten, though the backup is older than one of them', async () => {
    const origin = await journey.as('risk-manager');
    for (const name of ['before', 'after'] as const) {
      const path = `/v1/safety-events/${reports[name].id}`;
      const shown = await eventually(async () => {
        const answer = await manager.get(path);
        expect(answer.status).toBe(200);
        return answer;
      });
      expect(shown.text).not.toContain(WORDS[name]);
      expect(shown.json()).toMatchObject({ report: { narrative: { erased: true } } });
      expect((await origin.get(path)).json()).toMatchObject({ report: { narrative: { erased: true } } });
    }
  });

  it('it goes on', async () => {
    const done = await manager.done('/v1/safety-events', aFall(journey.persona('reporter').facility));
    expect(done.position).toBeGreaterThan((taken.heads[0]?.position ?? 0) + 1);
    const { code } = await elsewhereVerb(elsewhere.url, masterKey, 'ledger', 'verify');
    expect(code).toBe(0);
  });

  it('it takes what was exported as the past of an empty organization, once, and neither over another', async () => {
    const done = await told<{ lines: number }>('export', at('org.jsonl'), '--as', 'jsonl', '--json');
    const text = readFileSync(at('org.jsonl'), 'utf8');
    expect(done.lines).toBe(text.trimEnd().split('\n').length);
    expect(text).not.toContain(journey.persona('lakeside-reporter').org);
    const into = randomUUID();
    const imported = () =>
      elsewhereVerb(elsewhere.url, masterKey, 'import', at('org.jsonl'), '--as', 'jsonl', '--into', into, '--json');
    const whole = { read: done.lines, refused: 0, refusals: [] };
    expect(JSON.parse((await imported()).stdout)).toEqual({ ...whole, accepted: done.lines, duplicate: 0 });
    expect(JSON.parse((await imported()).stdout)).toEqual({ ...whole, accepted: 0, duplicate: done.lines });
    const over = await elsewhereVerb(elsewhere.url, masterKey, 'import', at('org.jsonl'), '--as', 'jsonl');
    expect(over).toMatchObject({ code: 2, stderr: expect.stringContaining('never mixes two pasts') });
  });

  it('the doctor is content, and knows where it came from', async () => {
    const { code, stdout } = await elsewhereVerb(elsewhere.url, masterKey, 'doctor', '--json');
    const { ok, findings } = JSON.parse(stdout);
    expect(findings.filter(({ state }: { state: string }) => state === 'fail')).toEqual([]);
    expect([code, ok]).toEqual([0, true]);
    expect(findings).toContainEqual(
      expect.objectContaining({ check: 'past', says: expect.stringMatching(/^restored/) }),
    );
  });
});

describe('without a list of the forgotten', () => {
  it('a database without schema is filled all the same, and whoever restores is told what is missing', async () => {
    const blank = await blankDatabase();
    const { code, stdout } = await elsewhereVerb(blank.url, masterKey, 'restore', at('whole'));
    expect(code).toBe(0);
    expect(stdout).toMatch(/Nobody said who was forgotten since/);
    await blank.close();
  });
});
