import { randomBytes, randomUUID } from 'node:crypto';
import { type Decider, type DomainCommand, type DomainEvent, refuse } from '#kernel/core';
import { SystemClock, TimeOrderedIds } from '#kernel/platform';
import { type FreshDatabase, freshDatabase } from '../../../../test/support/index.js';
import { HeardBell, nora } from './append.examples.js';
import { Appender } from './appender.js';
import type { Envelope } from './envelope.js';
import { type Encoded, EventCodec, type EventToEncode } from './event-codec.js';
import { KeyReused } from './key-reused.js';
import { Log } from './log.js';
import { Placements } from './placements.js';
import { StaleRevision } from './stale-revision.js';
import { Streams } from './streams.js';

type Count = DomainCommand<'Add', { by: number }> | DomainCommand<'Settle'>;
type Counted = DomainEvent<'Added', { by: number }>;

/** A tally that never passes a hundred. */
const tally: Decider<number, Count, Counted> = {
  category: 'tally',
  initialState: 0,
  decide: (command, total) => {
    if (command.type === 'Settle') return [];
    const { by } = command.data;
    if (total + by > 100) return refuse('tally/too-much', 'A tally ends at a hundred.');
    return [{ type: 'Added', data: { by } }];
  },
  evolve: (total, { data }) => total + data.by,
};

class PlainCodec extends EventCodec {
  async encode(_encoding: object, events: readonly EventToEncode[]): Promise<Encoded[]> {
    return events.map(({ event }) => ({ schemaVersion: 1, data: JSON.stringify(event.data) }));
  }
}

const org = randomUUID();
let db: FreshDatabase;
let log: Log;
let streams: Streams;
let appender: Appender;
beforeAll(async () => {
  db = await freshDatabase();
  await new Placements(db.api).place(org);
  log = new Log(db.api);
  appender = new Appender(db.api, new SystemClock(), new HeardBell());
  streams = new Streams(log, appender, new PlainCodec(), new SystemClock(), new TimeOrderedIds());
});
afterAll(async () => {
  await appender.close();
  await db.close();
});

const envelope = (more: Partial<Envelope> = {}): Envelope => ({
  org,
  actor: nora,
  commandId: randomUUID(),
  requestHash: randomBytes(32),
  correlationId: randomUUID(),
  ...more,
});
const add = (by: number): Count => ({ type: 'Add', data: { by } });
const decide = (id: string, command: Count, more?: Partial<Envelope>) =>
  streams.decide(tally, id, command, envelope(more));
const history = async (id: string) => (await log.stream(org, `tally-${id}`)).events;
const ago = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString();

describe('deciding a command on its stream', () => {
  it('stores what follows, with what came in the envelope', async () => {
    const id = randomUUID();
    const given = envelope({ causationId: randomUUID(), occurredAt: ago(48), meta: { reasonCode: 'found-in-audit' } });
    const receipt = await streams.decide(tally, id, add(3), given);
    expect(receipt).toEqual({ ledger: 1, stream: `tally-${id}`, revision: 1, position: expect.any(Number) });
    expect(await history(id)).toMatchObject([
      {
        type: 'Added',
        data: { by: 3 },
        actor: nora,
        commandId: given.commandId,
        correlationId: given.correlationId,
        causationId: given.causationId,
        occurredAt: given.occurredAt,
        meta: given.meta,
      },
    ]);
  });

  it('gives later events the facility and zone of the first, unless the envelope names another', async () => {
    const id = randomUUID();
    const began = { facility: randomUUID(), zone: 'America/Chicago' };
    const moved = { facility: randomUUID(), zone: 'America/Denver' };
    await decide(id, add(1), { meta: { ...began, precision: 'exact' } });
    await decide(id, add(1));
    await decide(id, add(1), { meta: { precision: 'hour' } });
    await decide(id, add(1), { meta: moved });
    const metas = (await history(id)).map(({ meta }) => meta);
    expect(metas).toEqual([{ ...began, precision: 'exact' }, began, { ...began, precision: 'hour' }, moved]);
  });

  it('folds what is there, and lets a refusal through', async () => {
    const id = randomUUID();
    await decide(id, add(60));
    await expect(decide(id, add(60))).rejects.toMatchObject({ name: 'Refusal', code: 'tally/too-much' });
    expect((await decide(id, add(40))).revision).toBe(2);
  });

  it('answers a command that changes nothing with the stream as it stands', async () => {
    const id = randomUUID();
    const nothing = { ledger: 1, stream: `tally-${id}`, revision: 0, position: 0 };
    expect(await decide(id, { type: 'Settle', data: {} })).toEqual(nothing);
    const receipt = await decide(id, add(1));
    expect(await decide(id, { type: 'Settle', data: {} })).toEqual(receipt);
  });

  it('answers a retry with its first receipt, though the stream has moved on', async () => {
    const [id, given] = [randomUUID(), envelope({ expected: 0 })];
    const receipt = await streams.decide(tally, id, add(99), given);
    await decide(id, add(1));
    expect(await streams.decide(tally, id, add(99), given)).toEqual(receipt);
    await expect(streams.decide(tally, id, add(1), { ...given, requestHash: randomBytes(32) })).rejects.toThrow(
      KeyReused,
    );
    expect(await history(id)).toHaveLength(2);
  });

  it('answers twenty tries at once with one receipt', async () => {
    const [id, given] = [randomUUID(), envelope()];
    const receipts = await Promise.all(Array.from({ length: 20 }, () => streams.decide(tally, id, add(7), given)));
    expect(new Set(receipts.map((receipt) => JSON.stringify(receipt))).size).toBe(1);
    expect(await history(id)).toHaveLength(1);
  });

  it('decides anew when somebody else was quicker', async () => {
    const id = randomUUID();
    const receipts = await Promise.all([1, 2, 3].map((by) => decide(id, add(by))));
    expect(receipts.map(({ revision }) => revision).sort()).toEqual([1, 2, 3]);
  });

  it('refuses the last of three that together are too much, whoever that is', async () => {
    const id = randomUUID();
    const settled = await Promise.allSettled([50, 50, 50].map((by) => decide(id, add(by))));
    expect(settled.map(({ status }) => status).sort()).toEqual(['fulfilled', 'fulfilled', 'rejected']);
    expect(await history(id)).toHaveLength(2);
  });

  it('is stale at once where the caller has seen another revision', async () => {
    const id = randomUUID();
    await decide(id, add(1));
    await expect(decide(id, add(1), { expected: 0 })).rejects.toMatchObject({ name: 'StaleRevision', current: 1 });
    const rivals = await Promise.allSettled([1, 2, 3, 4].map((by) => decide(id, add(by), { expected: 1 })));
    expect(rivals.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const rival of rivals) if (rival.status === 'rejected') expect(rival.reason).toBeInstanceOf(StaleRevision);
  });

  it('refuses a taken claim in the words that came with it', async () => {
    const claims = [
      { scope: 'tally-name', key: 'falls', refusal: 'tally/name-taken', says: 'There is a tally of this name.' },
    ];
    await decide(randomUUID(), add(1), { claims });
    await expect(decide(randomUUID(), add(1), { claims })).rejects.toMatchObject({ code: 'tally/name-taken' });
  });

  it('keeps INV-02: no entry from the future, none late without saying why', async () => {
    const id = randomUUID();
    await expect(decide(id, add(1), { occurredAt: ago(-1) })).rejects.toMatchObject({ code: 'envelope/in-the-future' });
    await expect(decide(id, add(1), { occurredAt: ago(48) })).rejects.toMatchObject({
      code: 'envelope/late-without-reason',
    });
    expect(await history(id)).toEqual([]);
  });

  it('knows nothing of an organization that was placed nowhere', async () => {
    await expect(decide(randomUUID(), add(1), { org: randomUUID() })).rejects.toThrow('placed on no ledger');
  });
});

describe('reading the ledger page by page', () => {
  it('moves on by positions, whether anything matched or not', async () => {
    const head = await log.head(1);
    const page = (after: number, limit: number, types?: string[]) =>
      db.worker.across((tx) => log.page(tx, 1, after, limit, types));
    const all = await page(0, 1000);
    expect(all.upTo).toBe(head);
    expect(all.events.map(({ position }) => position)).toEqual(Array.from({ length: head }, (_, index) => index + 1));
    expect(await page(0, 3, ['Nothing'])).toEqual({ events: [], upTo: 3, more: true });
    expect((await page(2, 2, ['Added'])).events.map(({ position }) => position)).toEqual([3, 4]);
    expect(await page(head, 10)).toEqual({ events: [], upTo: head, more: false });
    expect(await page(head - 1, 10)).toMatchObject({ events: [{ position: head }], upTo: head });
    await expect(db.worker.across((tx) => log.page(tx, 9, 0, 10))).rejects.toThrow('no ledger 9');
  });
});
