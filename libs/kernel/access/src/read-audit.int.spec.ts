import { migrate, platformMigrations } from '#kernel/platform';
import { type FreshDatabase, freshDatabase } from '../../../../test/support/index.js';
import { type Caller, callerOf } from './caller.js';
import { may } from './permissions.js';
import { auditRead, readersOf, StoredRefusedActs } from './read-audit.js';
import { accessMigrations } from './reads.sql.js';

const ORG = '018f0000-0000-7000-8000-000000000001';
const OTHER = '018f0000-0000-7000-8000-000000000002';
const ANA = '018f0000-0000-7000-8000-0000000000a1';
const RECORD = 'safety-event-018f0000-0000-7000-8000-0000000000e1';
const request = { route: 'GET /v1/safety-events/:id', requestId: '018f0000-0000-7000-8000-0000000000f1' };

const riskManager = (org: string): Caller => {
  const grant = may(['risk-manager'], 'safety-event.read');
  if (!grant) throw new Error('the table has changed');
  return callerOf(org, ANA, ['risk-manager'], grant);
};

describe('The record of reads', () => {
  let database: FreshDatabase;
  beforeAll(async () => {
    database = await freshDatabase();
    await migrate({ url: database.url, migrations: [...platformMigrations, ...accessMigrations] });
  });
  afterAll(() => database.close());

  const kept = () => database.owner.across((tx) => tx.query('select * from access.reads order by at'));

  it('says who saw which labels of which records, by which action, and is gone with a read that failed', async () => {
    const read = { ...request, streams: [RECORD] };
    await database.api.inOrg(ORG, (tx) => auditRead(tx, riskManager(ORG), read));
    await expect(
      database.api.inOrg(ORG, async (tx) => {
        await auditRead(tx, riskManager(ORG), read);
        throw new Error('the read failed');
      }),
    ).rejects.toThrow('the read failed');
    expect(await kept()).toMatchObject([
      {
        org: ORG,
        actor: `staff/${ANA}/risk-manager`,
        person: ANA,
        action: 'safety-event.read',
        route: request.route,
        request_id: request.requestId,
        streams: [RECORD],
        labels: ['OPER', 'PHI', 'SHARED'],
        count: 1,
        result: 'shown',
      },
    ]);
  });

  it('keeps refusals, and records that were asked for in vain', async () => {
    const act = { org: ORG, personId: ANA, action: 'safety-event.triage', ...request };
    await new StoredRefusedActs(database.api).record(act);
    const read = { ...request, streams: [RECORD], result: 'absent' as const };
    await database.api.inOrg(ORG, (tx) => auditRead(tx, riskManager(ORG), read));
    expect((await kept()).slice(-2)).toMatchObject([
      { action: 'safety-event.triage', result: 'refused', count: 0 },
      { action: 'safety-event.read', result: 'absent', labels: [] },
    ]);
  });

  it('cannot be written for another organization, nor read by the api', async () => {
    const read = { ...request, streams: [RECORD] };
    const foreign = database.api.inOrg(ORG, (tx) => auditRead(tx, riskManager(OTHER), read));
    await expect(foreign).rejects.toThrow(/row-level security/);
    const peek = database.api.inOrg(ORG, (tx) => tx.query('select * from access.reads'));
    await expect(peek).rejects.toThrow(/permission denied/);
  });

  it('tells by stream who was shown a record, in their own organization only, and nothing of what was refused', async () => {
    const stream = 'safety-event-018f0000-0000-7000-8000-0000000000e9';
    const manager = riskManager(ORG);
    await database.api.inOrg(ORG, async (tx) => {
      await auditRead(tx, manager, { ...request, streams: [stream, RECORD] });
      await auditRead(tx, manager, { ...request, streams: [stream] });
      await auditRead(tx, manager, { ...request, streams: [stream], result: 'absent' });
    });
    const told = await database.api.inOrg(ORG, (tx) => readersOf(tx, [stream]));
    expect(told).toEqual([
      {
        stream,
        person: ANA,
        role: 'risk-manager',
        action: 'safety-event.read',
        times: 2,
        firstAt: expect.any(String),
        lastAt: expect.any(String),
      },
    ]);
    expect(await database.api.inOrg(OTHER, (tx) => readersOf(tx, [stream]))).toEqual([]);
  });

  it.each(['update access.reads set count = 9', 'delete from access.reads', 'truncate access.reads'])(
    'is append-only, even for its owner: %s',
    async (statement) => {
      await expect(database.owner.across((tx) => tx.query(statement))).rejects.toThrow('append-only');
    },
  );
});
