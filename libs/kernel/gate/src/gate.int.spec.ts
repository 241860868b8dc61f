import { randomBytes, randomUUID } from 'node:crypto';
import { Database } from '#kernel/platform';
import { KeyRing, Lookups, MasterKey } from '#kernel/privacy';
import { type FreshDatabase, freshDatabase } from '../../../../test/support/index.js';
import { CountedFloods } from './floods.js';
import { DEFAULT_LIMITS } from './gate-limits.js';
import { shownCode } from './tracking-code.js';
import { TrackingCodes } from './tracking-codes.js';

let db: FreshDatabase;
let second: Database;
beforeAll(async () => {
  db = await freshDatabase();
  second = await Database.open({ url: db.url, role: 'api', max: 4 });
});
afterAll(async () => {
  await second.close();
  await db.close();
});

const LIMITS = { ...DEFAULT_LIMITS, flood: { quarantineAbove: 5, quarantineAtMost: 3 } };

/** Both processes of one installation. */
const processes = () => [new CountedFloods(db.api, LIMITS), new CountedFloods(second, LIMITS)] as const;

const alarms = (org: string): Promise<{ code: string; addressee: object; urgency: string }[]> =>
  db.owner.inOrg(org, (tx) => tx.query('select code, addressee, urgency from effects.notices where org = $1', [org]));

/** Lets an hour pass for an organization. */
const anHourLater = (org: string): Promise<unknown> =>
  db.owner.inOrg(org, async (tx) => {
    await tx.query("update gate.submissions set minute = minute - interval '61 minutes' where org = $1", [org]);
    await tx.query("update gate.floods set quarantined_at = quarantined_at - interval '61 minutes' where org = $1", [
      org,
    ]);
  });

const take = async (org: string, count: number): Promise<string[]> => {
  const [one, other] = processes();
  const taken = await Promise.all(
    Array.from({ length: count }, (_, nr) => (nr % 2 === 0 ? one : other).take(org).then(({ as }) => as)),
  );
  return taken.sort();
};

describe('a flood', () => {
  it('is counted over processes: so many as always, so many aside, and no more', async () => {
    const org = randomUUID();
    expect(await take(org, 12)).toEqual([
      ...Array(4).fill('full'),
      ...Array(5).fill('open'),
      ...Array(3).fill('quarantined'),
    ]);
  });

  it('says when to come again: before the hour is over, and after no time at all', async () => {
    const org = randomUUID();
    await take(org, 8);
    const full = await processes()[0].take(org);
    expect(full.as).toBe('full');
    const { seconds } = full as { seconds: number };
    expect(seconds).toBeGreaterThan(3000);
    expect(seconds).toBeLessThanOrEqual(3600);
  });

  it('is told to the risk managers once, and again when another one comes', async () => {
    const org = randomUUID();
    await take(org, 5);
    expect(await alarms(org)).toEqual([]);
    await take(org, 7);
    const alarm = { code: 'public-flood', addressee: { role: 'risk-manager' }, urgency: 'notice' };
    expect(await alarms(org)).toEqual([alarm]);
    await anHourLater(org);
    expect(await take(org, 6)).toEqual([...Array(5).fill('open'), 'quarantined']);
    expect(await alarms(org)).toEqual([alarm, alarm]);
  });

  it('is nobody else’s', async () => {
    const [flooded, quiet] = [randomUUID(), randomUUID()];
    await take(flooded, 9);
    expect(await take(quiet, 1)).toEqual(['open']);
    expect(await alarms(quiet)).toEqual([]);
  });

  it('cannot be made less by the api', async () => {
    const org = randomUUID();
    await take(org, 1);
    for (const statement of ['delete from gate.submissions', 'update gate.floods set quarantined_at = null'])
      await expect(db.api.inOrg(org, (tx) => tx.query(statement))).rejects.toMatchObject({ code: '42501' });
  });
});

describe('a tracking code', () => {
  const master = new MasterKey(randomBytes(32));
  const keys = new KeyRing(master);
  const codes = new TrackingCodes(master, new Lookups(master));
  const org = randomUUID();
  const find = (typed: string, { category = 'concern', of = org } = {}) =>
    db.api.inOrg(of, (tx) => codes.find(tx, of, category, typed));
  /** Gives out a code for a new stream, as a command does. */
  const issued = async (commandId = randomUUID()) => {
    const stream = `concern-${randomUUID()}`;
    const code = codes.issue({ org, commandId });
    await keys.forSealing(db.api, org, stream, code.lookups);
    return { stream, ...code };
  };

  it('finds its stream, however it is typed', async () => {
    const { stream, shown } = await issued();
    expect(shown).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/);
    const careless = shown.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l');
    for (const typed of [shown, careless, ` ${shown.replaceAll('-', '')}\n`]) expect(await find(typed)).toBe(stream);
  });

  it('finds nothing when it is wrong, unknown, of another organization or of something else', async () => {
    const { shown } = await issued();
    const unknown = codes.issue({ org, commandId: randomUUID() }).shown;
    const wrong = `${shown.slice(0, -1)}${shown.endsWith('7') ? '8' : '7'}`;
    for (const typed of ['', 'x', 'UUUUUUUUUUUU', unknown, wrong, `${shown}7`, '\0'.repeat(12), 'é'.repeat(5_000)])
      expect(await find(typed)).toBeUndefined();
    expect(await find(shown, { category: 'safety-event' })).toBeUndefined();
    expect(await find(shown, { of: randomUUID() })).toBeUndefined();
  });

  it('finds nothing when the person was forgotten', async () => {
    const { stream, shown } = await issued();
    await db.worker.across((tx) => tx.query('select privacy.destroy($1::uuid[], $2::text[])', [[org], [stream]]));
    expect(await find(shown)).toBeUndefined();
  });

  it('is the same for the same command, and another for every other', async () => {
    const commandId = randomUUID();
    const first = codes.issue({ org, commandId });
    expect(codes.issue({ org, commandId })).toEqual(first);
    expect(codes.issue({ org: randomUUID(), commandId }).shown).not.toBe(first.shown);
    expect(codes.issue({ org, commandId: randomUUID() }).shown).not.toBe(first.shown);
  });

  it('stands nowhere: its event holds a keyed hash', async () => {
    const { shown, hash } = await issued();
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    const other = new MasterKey(randomBytes(32));
    expect(new Lookups(other).hash(org, 'tracking-code', shown).toString('hex')).not.toBe(hash);
    const rows = await db.owner.across((tx) =>
      tx.query('select from privacy.lookups l where l::text ilike any ($1)', [
        [`%${shown}%`, `%${shown.replaceAll('-', '')}%`],
      ]),
    );
    expect(rows).toEqual([]);
    expect(shownCode(shown.replaceAll('-', ''))).toBe(shown);
  });
});
