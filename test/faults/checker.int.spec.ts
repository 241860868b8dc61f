import { randomBytes, randomUUID } from 'node:crypto';
import { Appender, Bell, Placements } from '#kernel/ledger';
import { SystemClock } from '#kernel/platform';
import { type FreshDatabase, freshDatabase } from '../support/index.js';
import { problemsAfter } from './checker.js';
import { ClientJournal, type Outcome, type Standing } from './client-journal.js';

class SilentBell extends Bell {
  ring(): void {}
}

describe('the checker', () => {
  const org = randomUUID();
  let database: FreshDatabase;
  let appender: Appender;

  beforeAll(async () => {
    database = await freshDatabase();
    appender = new Appender(database.api, new SystemClock(), new SilentBell());
    await new Placements(database.api).place(org);
  });
  afterAll(async () => {
    await appender.close();
    await database.close();
  });

  /** A command that is stored with so many events. */
  const stored = async (events = 1): Promise<{ commandId: string; receipt: Standing }> => {
    const commandId = randomUUID();
    const verdict = await appender.append({
      org,
      stream: `note-${randomUUID()}`,
      expected: 0,
      commandId,
      requestHash: randomBytes(32),
      actor: { kind: 'system', role: 'system' },
      correlationId: randomUUID(),
      events: Array.from({ length: events }, () => ({
        id: randomUUID(),
        type: 'SomethingNoted',
        schemaVersion: 1,
        occurredAt: '2026-03-02T09:00:00.000Z',
        meta: {},
        data: '{}',
      })),
    });
    if (!('receipt' in verdict)) throw new Error(verdict.outcome);
    return { commandId, receipt: verdict.receipt };
  };
  const head = async () => {
    const [row] = await database.worker.call<{ at: number }>({
      text: 'select position::float8 as at from ledger.ledgers',
    });
    return row?.at ?? 0;
  };
  const found = async (since: number, ...known: (readonly [commandId: string, outcome: Outcome])[]) => {
    const journal = new ClientJournal();
    for (const [commandId, outcome] of known) journal.note({ commandId, outcome, sent: 1 });
    return problemsAfter(database, journal, since);
  };
  const acknowledged = (receipt: Standing): Outcome => ({ is: 'acknowledged', receipt });

  it('finds nothing where all is as the clients know it', async () => {
    const since = await head();
    const [one, two] = [await stored(), await stored()];
    expect(
      await found(
        since,
        [one.commandId, acknowledged(one.receipt)],
        [two.commandId, { is: 'unknown' }],
        [randomUUID(), { is: 'unknown' }],
        [randomUUID(), { is: 'refused', status: 409 }],
      ),
    ).toEqual([]);
  });

  it('finds a command that was acknowledged and is not there, or is elsewhere', async () => {
    const since = await head();
    const { commandId, receipt } = await stored();
    const lost = randomUUID();
    expect(
      await found(
        since,
        [lost, acknowledged(receipt)],
        [commandId, acknowledged({ ...receipt, position: receipt.position + 1 })],
      ),
    ).toEqual([
      `${lost} was acknowledged at ${receipt.position}, and is not there`,
      `${commandId} was acknowledged at ${receipt.position + 1}, and is at ${receipt.position}`,
    ]);
  });

  it('finds a command that is there twice, one that was refused and is there, and one that nobody sent', async () => {
    const since = await head();
    const [twice, refused, stranger] = [await stored(2), await stored(), await stored()];
    expect(
      await found(since, [twice.commandId, { is: 'unknown' }], [refused.commandId, { is: 'refused', status: 409 }]),
    ).toEqual([
      `${twice.commandId} is there 2 times`,
      `${refused.commandId} was refused, and is there at ${refused.receipt.position}`,
      `SomethingNoted at ${stranger.receipt.position} came of no command that anybody sent`,
    ]);
  });

  it('finds a row of a view that no rebuild would make, and a ledger that was tampered with', async () => {
    const id = randomUUID();
    await database.worker.call({
      text: "insert into views.members_v1 (org, id, name, roles, position) values ($1, $2, 'x', '[]', 1)",
      values: [org, id],
    });
    await database.owner.call({ text: 'alter table ledger.events disable trigger all' });
    await database.owner.call({ text: `update ledger.events set data = '{"harm":"none"}' where position = 2` });
    const problems = await found(await head());
    expect(problems).toEqual([
      expect.stringMatching(/^The ledger does not verify at 2: /),
      `organizations.members: ${org}/${id} is not what a rebuild makes of it`,
    ]);
  });
});
