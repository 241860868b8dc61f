import fc from 'fast-check';
import { type FreshDatabase, freshDatabase } from '../../../../test/support/index.js';
import { literal } from './sql.js';

const org = '0192a000-0000-7000-8000-000000000001';
const asked = 'select platform.tenant() as tenant, current_user as role';

let db: FreshDatabase;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db.close());

describe('a transaction', () => {
  it('knows its organization, as the role of its pool', async () => {
    expect(await db.api.inOrg(org, (tx) => tx.query(asked))).toEqual([{ tenant: org, role: 'forthright_api' }]);
  });
  it('leaves its organization behind when it ends', async () => {
    await db.api.inOrg(org, (tx) => tx.query(asked));
    await expect(db.api.call({ text: asked })).rejects.toThrow('no organization was told');
  });
  it('is not reported as done when one of its statements failed and somebody swallowed that', async () => {
    const swallowing = db.api.inOrg(org, async (tx) => {
      await tx.query('select 1/0').catch(() => undefined);
    });
    await expect(swallowing).rejects.toThrow('rolled back');
  });
  it('over all organizations is refused to the api', async () => {
    await expect(db.api.across(async () => undefined)).rejects.toThrow('one organization at a time');
  });
  it('gives its connection back, however it ends', async () => {
    for (let i = 0; i < 30; i += 1)
      await db.api.inOrg(org, () => Promise.reject(new Error('no'))).catch(() => undefined);
    expect(await db.api.inOrg(org, (tx) => tx.query('select 1 as one'))).toEqual([{ one: 1 }]);
  });
  it('outlives a backend that was killed under it, with an error and a fresh connection', async () => {
    const killed = db.worker.across((tx) => tx.query('select pg_sleep(30)'));
    const refused = expect(killed).rejects.toThrow();
    const kill = "select pg_terminate_backend(pid) from pg_stat_activity where query = 'select pg_sleep(30)'";
    for (let hit = 0; hit === 0; ) hit = (await superuser(kill)).length;
    await refused;
    expect(await db.worker.across((tx) => tx.query('select 1 as one'))).toEqual([{ one: 1 }]);
  });
});

describe('a glance', () => {
  it('sees one organization and answers each statement', async () => {
    expect(await db.api.glance(org, [asked, 'select 1 as one where false'])).toEqual([
      [{ tenant: org, role: 'forthright_api' }],
      [],
    ]);
  });
  it('takes any text as a literal, and reads it back as it was', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), async (text) => {
        fc.pre(!text.includes('\0') && !/\p{Surrogate}/u.test(text));
        const [[row]] = (await db.api.glance(org, [`select ${literal(text)} as text`])) as [[{ text: string }]];
        expect(row.text).toBe(text);
      }),
      { numRuns: 200 },
    );
  });
});

const superuser = async (text: string): Promise<unknown[]> => {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: db.url });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
};
