import { randomBytes, randomUUID } from 'node:crypto';
import { Database, SystemClock, type Tx } from '#kernel/platform';
import { type FreshDatabase, freshDatabase } from '../../../../test/support/index.js';
import type { Append } from './append.js';
import { Appender } from './appender.js';
import { Bell } from './bell.js';
import { streamsOf } from './log.sql.js';
import { Placements } from './placements.js';

class SilentBell extends Bell {
  ring(): void {}
}

const FEW = [0, 100, 600];
const MANY = 800;

/** A function keeps the plan of its first call, which may have met a young ledger. It must serve an old one as well. */
describe('plans that were made while the ledger was young', () => {
  const org = randomUUID();
  let db: FreshDatabase;
  let appender: Appender;

  beforeEach(async () => {
    db = await freshDatabase();
    appender = new Appender(db.api, new SystemClock(), new SilentBell());
    await new Placements(db.api).place(org);
  });
  afterEach(async () => {
    await appender.close();
    await db.close();
  });

  const append = (): Append => ({
    org,
    stream: `note-${randomUUID()}`,
    expected: 0,
    commandId: randomUUID(),
    requestHash: randomBytes(32),
    actor: { kind: 'system', role: 'system' },
    correlationId: randomUUID(),
    events: [
      {
        id: randomUUID(),
        type: 'SomethingNoted',
        schemaVersion: 1,
        occurredAt: '2026-03-02T09:00:00.000Z',
        meta: {},
        data: '{}',
      },
    ],
  });
  const fill = (streams: number) => Promise.all(Array.from({ length: streams }, () => appender.append(append())));
  /** Rows that this transaction has fetched from the ledger's tables so far. */
  const fetched = async (tx: Tx): Promise<number> => {
    const [row] = await tx.query<{ rows: number }>(
      `select sum(coalesce(idx_tup_fetch, 0) + coalesce(seq_tup_read, 0))::int as rows
       from pg_stat_xact_user_tables where schemaname = 'ledger' and relname in ('events', 'commands')`,
    );
    return row?.rows ?? Number.NaN;
  };

  /** Does something in a session that has done it before, when there were few streams; answers the rows it fetched. */
  const fetchedAgain = async (few: number, work: (tx: Tx) => Promise<unknown>): Promise<number> => {
    const session = await Database.open({ url: db.url, role: 'worker', max: 1 });
    try {
      await fill(few);
      await session.across(work);
      await fill(MANY);
      return await session.across(async (tx) => {
        await work(tx);
        return fetched(tx);
      });
    } finally {
      await session.close();
    }
  };

  it.each(FEW)('load a stream without looking at the others (%d then)', async (few) => {
    const asked = [org, [`note-${randomUUID()}`, `note-${randomUUID()}`], [randomUUID(), null]];
    expect(await fetchedAgain(few, (tx) => tx.query(streamsOf, asked))).toBeLessThan(10);
  });
});
