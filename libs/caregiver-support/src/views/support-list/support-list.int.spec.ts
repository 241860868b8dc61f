import { randomUUID } from 'node:crypto';
import { callerOf, Members, may } from '#kernel/access';
import { DueListRow } from '#kernel/clocks';
import type { Role } from '#kernel/core';
import { ToldClock } from '#kernel/platform';
import type { Opener } from '#kernel/privacy';
import { type FreshDatabase, freshDatabase } from '../../../../../test/support/index.js';
import { SupportRow } from './support.row.js';
import { ListSupport, ListSupportHandler, ReadSupport, ReadSupportHandler } from './support-list.query.js';

const org = randomUUID();
const [sam, kim, ben] = [randomUUID(), randomUUID(), randomUUID()];
const clock = new ToldClock('2026-03-04T09:00:00.000Z');
const read = { route: 'GET /v1/example', requestId: randomUUID() };
const opener = {
  openAll: async (_tx: unknown, _org: string, sealed: readonly unknown[]) => sealed.map(() => ({ clear: 'staff' })),
} as unknown as Opener;

/** Ben was a peer supporter and is none any more. */
class Roster extends Members {
  async rolesOf(_org: string, person: string): Promise<{ readonly roles: readonly Role[] } | undefined> {
    return { roles: person === ben ? ['reporter'] : ['peer-supporter'] };
  }

  async holdersOf() {
    return [sam, kim];
  }
}

let db: FreshDatabase;
const lines: Record<string, string> = {};
const kept = (name: string, more: Partial<SupportRow>): object => {
  lines[name] = randomUUID();
  return {
    org,
    id: lines[name],
    staff: 'sealed',
    relation: 'employed',
    status: 'offered',
    offers: 1,
    identifiedAt: '2026-03-02T09:00:00.000Z',
    contacts: 0,
    inError: false,
    revision: 2,
    position: 2,
    ...more,
  };
};

beforeAll(async () => {
  db = await freshDatabase({ entities: [SupportRow, DueListRow] });
  const rows = [
    kept('owed', { status: 'owed', offers: 0 }),
    kept('of Sam', { status: 'accepted', supporter: sam }),
    kept('of Kim', { status: 'declined', supporter: kim }),
    kept('of Ben', { status: 'accepted', supporter: ben }),
    kept('ended of Sam', { status: 'ended', supporter: sam }),
    kept('handed on', { status: 'ended' }),
  ];
  await db.worker.inOrg(org, (tx) => tx.manager.insert(SupportRow, rows));
});
afterAll(() => db?.close());

const as = (person: string, action: 'caregiver-support.list' | 'caregiver-support.read') => {
  const grant = may(['peer-supporter'], action);
  if (!grant) throw new Error('Peer supporters see support');
  return callerOf(org, person, ['peer-supporter'], grant);
};
const listed = async (person: string, status?: 'ended') => {
  const handler = new ListSupportHandler(db.api, opener, clock, new Roster());
  const query = new ListSupport({ limit: 50, ...(status && { status }) }, as(person, 'caregiver-support.list'), read);
  const ids = (await handler.execute(query)).items.map(({ id }) => id);
  return Object.keys(lines).filter((name) => ids.includes(lines[name] as string));
};
const readBy = (person: string, name: string) =>
  new ReadSupportHandler(db.api, opener, clock, new Roster()).execute(
    new ReadSupport(lines[name] as string, as(person, 'caregiver-support.read'), read),
  );

it('lists what somebody gives themselves and what nobody has taken, or nobody who still could', async () => {
  expect(await listed(sam)).toEqual(['owed', 'of Sam', 'of Ben']);
  expect(await listed(kim)).toEqual(['owed', 'of Kim', 'of Ben']);
  expect(await listed(sam, 'ended')).toEqual(['ended of Sam', 'handed on']);
  expect(await listed(kim, 'ended')).toEqual(['handed on']);
});

it('shows another’s support to nobody, as if there were none, and writes the read down as such', async () => {
  expect(await readBy(sam, 'of Sam')).toMatchObject({ supporter: sam, staff: 'staff' });
  expect(await readBy(kim, 'of Sam')).toBeUndefined();
  expect(await readBy(kim, 'owed')).toMatchObject({ status: 'owed' });
  const reads = await db.owner.call<{ result: string }>({ text: 'select result from access.reads order by at, id' });
  expect(reads.slice(-3).map(({ result }) => result)).toEqual(['shown', 'absent', 'shown']);
});
