import { randomUUID } from 'node:crypto';
import { ToldClock } from '#kernel/platform';
import { type FreshDatabase, freshDatabase } from '../../../../../test/support/index.js';
import { SupportRow } from '../support-list/support.row.js';
import { ReadUptake, ReadUptakeHandler } from './uptake.query.js';

const org = randomUUID();
const clock = new ToldClock('2026-04-01T00:00:00.000Z');
let db: FreshDatabase;

/** So many people to whom support was first offered at a time, and how they answered. */
const taken = (count: number, firstOfferedAt: string, more: Partial<SupportRow> = {}): object[] =>
  Array.from({ length: count }, () => ({
    org,
    id: randomUUID(),
    staff: 'sealed',
    relation: 'employed',
    status: 'offered',
    offers: 1,
    identifiedAt: firstOfferedAt,
    firstOfferedAt,
    contacts: 0,
    inError: false,
    revision: 2,
    position: 2,
    ...more,
  }));

beforeAll(async () => {
  db = await freshDatabase({ entities: [SupportRow] });
  const rows = [
    ...taken(30, '2026-01-01T00:00:00.000Z', { answer: 'accepted' }),
    ...taken(12, '2026-03-31T23:59:59.999Z', { answer: 'declined' }),
    ...taken(11, '2026-02-01T00:00:00.000Z'),
    ...taken(5, '2026-02-01T00:00:00.000Z', { inError: true, status: 'ended' }),
    ...taken(40, '2025-12-31T23:59:59.999Z', { answer: 'accepted' }),
    ...taken(9, '2025-12-01T00:00:00.000Z', { answer: 'declined' }),
    ...taken(7, '2025-12-01T00:00:00.000Z'),
  ];
  await db.worker.inOrg(org, (tx) => tx.manager.insert(SupportRow, rows));
});
afterAll(() => db.close());

const read = (quarter: string, of = org) => new ReadUptakeHandler(db.api, clock).execute(new ReadUptake(of, quarter));

it('counts first offers of a quarter, without what was entered in error', async () =>
  expect(await read('2026-Q1')).toEqual({ offered: 53, accepted: 30, declined: 12, unanswered: 11 }));

it('hides groups of fewer than 11', async () => expect(await read('2025-Q4')).toEqual({ offered: 56, accepted: 40 }));

it('tells nothing of a quarter with nobody, nor of another organization', async () => {
  expect(await read('2025-Q3')).toEqual({});
  expect(await read('2026-Q1', randomUUID())).toEqual({});
});

it('tells of a quarter when it is over', async () => {
  clock.set('2026-03-31T23:59:59.999Z');
  await expect(read('2026-Q1')).rejects.toMatchObject({ code: 'caregiver-support/quarter-not-over', field: 'quarter' });
});
