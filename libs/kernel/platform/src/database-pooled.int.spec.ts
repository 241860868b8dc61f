import { eventually, type FreshDatabase, freshDatabase } from '../../../../test/support/index.js';
import { type PgBouncer, pgBouncerIsToBeHad, startPgBouncer } from '../../../../test/support/pgbouncer.js';
import { Database } from './database.js';
import { migrate } from './migrate.js';
import { pooled } from './role-settings.js';
import { literal } from './sql.js';

const org = '0192a000-0000-7000-8000-000000000001';
const other = '0192a000-0000-7000-8000-000000000002';
const ROLE = 'select current_user as role';
const HELD = `${ROLE}, current_setting('statement_timeout') as patience, current_setting('app.org', true) as org`;

(pgBouncerIsToBeHad ? describe : describe.skip)('behind PgBouncer, which lends one transaction at a time', () => {
  let fresh: FreshDatabase;
  let bouncer: PgBouncer;
  let api: Database;
  let worker: Database;

  beforeAll(async () => {
    fresh = await freshDatabase();
    bouncer = await startPgBouncer(fresh.url, { connections: 2 });
    const url = pooled(bouncer.in(fresh.url));
    [api, worker] = await Promise.all([
      Database.open({ url, role: 'api', max: 8 }),
      Database.open({ url, role: 'worker', max: 8 }),
    ]);
  });
  afterAll(async () => {
    await Promise.all([api?.close(), worker?.close()]);
    await bouncer?.close();
    await fresh.close();
  });

  it('a transaction has its role, its patience and its organization', async () => {
    const [held] = await api.inOrg(org, (tx) => tx.query(HELD));
    expect(held).toEqual({ role: 'forthright_api', patience: '5s', org });
    const [across] = await worker.across((tx) => tx.query(HELD));
    expect(across).toMatchObject({ role: 'forthright_worker', patience: '1min' });
  });

  it('one statement has them too, by name or without, and so has a glance', async () => {
    for (const name of ['asked', undefined, 'asked'])
      expect(await api.call({ ...(name && { name }), text: `${ROLE}, $1::int as n`, values: [7] })).toEqual([
        { role: 'forthright_api', n: 7 },
      ]);
    const [[role], [tenant]] = (await api.glance(org, [ROLE, 'select platform.tenant() as org'])) as [
      object[],
      object[],
    ];
    expect([role, tenant]).toEqual([{ role: 'forthright_api' }, { org }]);
  });

  it('nothing is left on a connection for who is lent it next', async () => {
    await Promise.all(Array.from({ length: 20 }, () => api.inOrg(org, (tx) => tx.query(ROLE))));
    await expect(api.call({ text: 'select platform.tenant()' })).rejects.toThrow('no organization was told');
  });

  it('roles and organizations never mix, though all share two connections', async () => {
    const asked = Array.from({ length: 300 }, (_, index) => {
      if (index % 4 === 0) return api.inOrg(org, (tx) => tx.query(HELD));
      if (index % 4 === 1) return api.inOrg(other, (tx) => tx.query(HELD));
      if (index % 4 === 2) return worker.across((tx) => tx.query(HELD));
      return worker.call({ text: HELD });
    });
    const held = (await Promise.all(asked)) as { role: string; org: string }[][];
    held.forEach(([row], index) => {
      expect(row?.role).toBe(index % 4 < 2 ? 'forthright_api' : 'forthright_worker');
      expect(row?.org || undefined).toBe([org, other, undefined, undefined][index % 4]);
    });
  });

  it('a statement that fails says why, and its connection is used again', async () => {
    await expect(api.call({ text: 'select 1/0' })).rejects.toMatchObject({ code: '22012' });
    await expect(api.call({ text: 'select $1::int', values: ['no number'] })).rejects.toMatchObject({ code: '22P02' });
    await expect(api.glance(org, [`select ${literal('x')}::int`])).rejects.toMatchObject({ code: '22P02' });
    await expect(api.inOrg(org, (tx) => tx.query('select 1/0'))).rejects.toMatchObject({ code: '22012' });
    expect(await api.call({ text: ROLE })).toEqual([{ role: 'forthright_api' }]);
  });

  it('what a statement wrote stays', async () => {
    await api.call({ text: 'select ledger.place($1, 1::smallint)', values: [org] });
    const text = 'select org from ledger.placements where org = $1';
    expect(await fresh.worker.call({ text, values: [org] })).toEqual([{ org }]);
  });

  it('a pooler that goes away is told to those who wait, and ends no process', async () => {
    await fresh.owner.across(async (tx) => {
      await tx.query('select pg_advisory_xact_lock(77)');
      const waiting = Array.from({ length: 4 }, () => worker.call({ text: 'select pg_advisory_xact_lock(77)' }));
      const told = Promise.allSettled(waiting);
      const text = "select 1 from pg_locks where locktype = 'advisory' and not granted and objid = 77";
      await eventually(async () => expect((await tx.query(text)).length).toBeGreaterThan(0));
      await bouncer.kill();
      expect((await told).map(({ status }) => status)).toEqual(Array(4).fill('rejected'));
    });
    await bouncer.revive();
    expect(await worker.call({ text: ROLE })).toEqual([{ role: 'forthright_worker' }]);
  });

  it('goes on when the pooler is back', async () => {
    await bouncer.kill();
    await expect(api.call({ text: ROLE })).rejects.toThrow();
    await bouncer.revive();
    expect(await api.call({ text: ROLE })).toEqual([{ role: 'forthright_api' }]);
    expect(await api.inOrg(org, (tx) => tx.query(ROLE))).toEqual([{ role: 'forthright_api' }]);
  });

  it('migrations ask for the way around it', async () => {
    await expect(migrate({ url: pooled(bouncer.in(fresh.url)), migrations: [] })).rejects.toThrow(
      'DATABASE_DIRECT_URL',
    );
  });
});
