import { randomUUID } from 'node:crypto';
import { type Database, SystemClock } from '#kernel/platform';
import { type FreshDatabase, freshDatabase } from '../../../../test/support/index.js';
import { aStream, HeardBell, noted, noting } from './append.examples.js';
import { Appender } from './appender.js';
import { Log } from './log.js';
import { Placements } from './placements.js';

const TABLES = ['placements', 'events', 'blocks', 'commands', 'claims'];
const [org, stranger] = [randomUUID(), randomUUID()];
const append = noting(org, aStream(), { claims: [{ scope: 'number', key: '1' }] });

let db: FreshDatabase;
beforeAll(async () => {
  db = await freshDatabase();
  const appender = new Appender(db.api, new SystemClock(), new HeardBell());
  await Promise.all([org, stranger].map((one) => new Placements(db.api).place(one)));
  await appender.append(append);
  await appender.close();
});
afterAll(() => db.close());

const trying = (database: Database, statement: string) => database.inOrg(org, (tx) => tx.query(statement));

describe('what was appended', () => {
  it.each(TABLES)('is not changed in %s, whoever asks', async (table) => {
    for (const change of [
      `update ledger.${table} set ledger = 1`,
      `delete from ledger.${table}`,
      `truncate ledger.${table} cascade`,
    ]) {
      await expect(trying(db.api, change)).rejects.toThrow('permission denied');
      await expect(trying(db.worker, change)).rejects.toThrow('permission denied');
      await expect(trying(db.owner, change)).rejects.toThrow('append-only');
    }
  });

  it.each(TABLES)('gets into %s only through the append functions', async (table) => {
    const copy = `insert into ledger.${table} select * from ledger.${table}`;
    await expect(trying(db.api, copy)).rejects.toThrow('permission denied');
    await expect(trying(db.worker, copy)).rejects.toThrow('permission denied');
  });

  it('keeps its head: nobody deletes it, and only the append functions move it', async () => {
    await expect(trying(db.api, 'update ledger.ledgers set position = 0')).rejects.toThrow('permission denied');
    await expect(trying(db.worker, 'delete from ledger.ledgers')).rejects.toThrow('permission denied');
    await expect(trying(db.owner, 'delete from ledger.ledgers')).rejects.toThrow('append-only');
  });

  it('is safe from a session that calls itself a replica', async () => {
    const asReplica = db.owner.across(async (tx) => {
      await tx.query('set local role none');
      await tx.query("set local session_replication_role = 'replica'");
      await tx.query('delete from ledger.events');
    });
    await expect(asReplica).rejects.toThrow('append-only');
  });
});

describe("another organization's stream", () => {
  it('is absent', async () => {
    const log = new Log(db.api);
    expect((await log.stream(org, append.stream, append.commandId)).events).toHaveLength(1);
    expect(await log.stream(stranger, append.stream, append.commandId)).toEqual({ events: [] });
  });

  it('cannot be read by SQL in the role of the api', async () => {
    for (const table of ['placements', 'events', 'commands', 'claims']) {
      const rows = `select org from ledger.${table} where org = '${org}'`;
      expect(await db.api.inOrg(org, (tx) => tx.query(rows))).toHaveLength(1);
      expect(await db.api.inOrg(stranger, (tx) => tx.query(rows))).toEqual([]);
      await expect(db.api.call({ text: rows })).rejects.toThrow('no organization was told');
    }
  });

  it('leaves its name, its command ids and its claims to us', async () => {
    const appender = new Appender(db.api, new SystemClock(), new HeardBell());
    const verdict = await appender.append({ ...append, org: stranger, expected: 0 });
    expect(verdict).toMatchObject({ outcome: 'appended', receipt: { revision: 1 } });
    await appender.close();
  });
});

describe('the append functions', () => {
  const call = (text: string, values: unknown[] = []) => db.api.call({ text, values });
  const one = (stream: string, ledger = 1) =>
    call(
      'select outcome from ledger.append_one($1, null, $2, $3, 0, $4, $5, $6, $4, null, $4, $6, 1::smallint, now(), $7, $7)',
      [ledger, org, stream, randomUUID(), Buffer.alloc(32), 'Noted', '{}'],
    );

  it('refuse names that hold the separator of the leaf', async () => {
    await expect(one('a\u001fb')).rejects.toThrow('U+001F');
  });

  it('refuse counts that do not add up', async () => {
    const batch = (events: string) =>
      call(
        `select * from ledger.append_batch(1::smallint, null, $1, '{a}', '{-1}', $2, $3, '{x}', $2, '{NULL}', '${events}', $2, '{Noted}', '{1}', '{now}', $4, $4, '{}', '{}', '{}')`,
        [[org], [randomUUID()], [Buffer.alloc(32)], ['{}']],
      );
    for (const counts of ['{0}', '{2}', '{-1}']) await expect(batch(counts)).rejects.toThrow('do not match');
    expect(await batch('{1}')).toMatchObject([{ outcome: 'appended', revision: 1 }]);
  });

  it('judge an organization of another ledger as unplaced', async () => {
    expect(await one('b', 2)).toEqual([{ outcome: 'unplaced' }]);
  });

  it('agree about every verdict, one by one and in a batch', async () => {
    const appender = new Appender(db.api, new SystemClock(), new HeardBell());
    const known = noting(org, aStream());
    await appender.append(known);
    const asks = () => [
      noting(org, aStream(), { expected: 4 }),
      noting(org, aStream(), { expected: 'existing' }),
      noting(org, known.stream, { expected: 0 }),
      { ...known, stream: aStream() },
      { ...known, stream: aStream(), requestHash: Buffer.alloc(32) },
    ];
    const together = asks().map((ask) => ({ ...ask, events: [noted(), noted()] }));
    for (const [index, ask] of asks().entries())
      expect(await appender.append(ask)).toEqual(await appender.append(together[index] as typeof ask));
    await appender.close();
  });
});
