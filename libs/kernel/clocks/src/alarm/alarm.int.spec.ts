import { randomUUID } from 'node:crypto';
import { connectRedis } from '#kernel/platform';
import { RedisQueues, type Sequencer } from '#kernel/readers';
import { eventually, type FreshDatabase, freshDatabase } from '../../../../../test/support/index.js';
import { noRedis, type OwnRedis, ownRedis } from '../../../../../test/support/own-redis.js';
import { DueListRow } from '../due-list/due-list.row.js';
import { Ward } from './alarm.examples.js';
import type { Alarm } from './alarm.js';

const IN_TIME = '2026-03-02T15:59:59.999Z';
const TOO_LATE = '2026-03-02T16:00:00.001Z';
const STARTED = ['ConcernSubmitted', 'DeadlineStarted', 'DeadlineReminded'];
/** What a missed clock of an urgent concern says: to the risk managers, who own it, and to who is on call. */
const TOLD = ['deadline-late', 'life-at-risk-clock late', 'life-at-risk-clock start'];

describe('the alarm', () => {
  let db: FreshDatabase;
  let redis: OwnRedis;
  let ward: Ward;
  let readers: Sequencer;
  const ends: (() => unknown)[] = [];

  const queues = (url = redis.url, prefix = randomUUID()): RedisQueues => {
    const made = new RedisQueues((purpose) => connectRedis(url, purpose), prefix);
    ends.push(() => made.close());
    return made;
  };
  const started = (alarm: Alarm): Alarm => {
    alarm.start();
    ends.unshift(() => alarm.stop());
    return alarm;
  };
  /** Readers go as long as there is anything to read. */
  const settle = async () => {
    for (let times = 0; times < 3; times++) await readers.sweep();
  };
  const submitted = async (): Promise<string> => {
    const stream = `concern-${randomUUID()}`;
    await ward.happens(stream, 'ConcernSubmitted');
    await settle();
    return stream;
  };

  beforeAll(async () => {
    redis = await ownRedis();
  });
  afterAll(() => redis.close());
  beforeEach(async () => {
    db = await freshDatabase({ entities: [DueListRow] });
    ward = await new Ward(db.api, db.worker).opened();
    readers = await ward.reading();
  });
  afterEach(async () => {
    for (const end of ends.splice(0)) await end();
    await ward.close();
    await db.close();
  });

  it('fires once under two workers, however often they look', async () => {
    const stream = await submitted();
    expect(await ward.types(stream)).toEqual(STARTED);
    const store = queues();
    const workers = [ward.alarm(store), ward.alarm(store)];
    ward.clock.set(IN_TIME);
    await Promise.all(workers.map((one) => one.look()));
    await settle();
    expect(await ward.types(stream)).toEqual([...STARTED, 'DeadlineReminded']);
    ward.clock.set(TOO_LATE);
    for (let times = 0; times < 3; times++) await Promise.all([...workers, ward.alarm(store)].map((one) => one.look()));
    await settle();
    await Promise.all(workers.map((one) => one.look()));
    expect(await ward.types(stream)).toEqual([...STARTED, 'DeadlineReminded', 'DeadlineMissed']);
    await settle();
    expect(await ward.notices()).toEqual(['deadline-due', ...TOLD].sort());
  });

  it('fires once where two workers decide at the same moment, each from what it saw before', async () => {
    const stream = await submitted();
    ward.clock.set(TOO_LATE);
    let waiting = 0;
    let open: () => void = () => undefined;
    const both = new Promise<void>((resolve) => {
      open = resolve;
    });
    const together: typeof ward.send = async (command) => {
      waiting += 1;
      if (waiting === 2) open();
      await both;
      return ward.send(command);
    };
    const store = queues();
    await Promise.all([ward.alarm(store, 0, together).look(), ward.alarm(store, 0, together).look()]);
    expect(waiting).toBe(2);
    expect(await ward.types(stream)).toEqual([...STARTED, 'DeadlineMissed']);
  });

  it('fires once for a promise and for an offer, each at its own date, under two workers', async () => {
    const stream = `resolution-case-${randomUUID()}`;
    const [promised, offered] = ['2026-03-03T20:00:00.000Z', '2026-03-04T20:00:00.000Z'];
    await ward.happens(stream, 'PromiseMade', promised);
    await ward.happens(stream, 'OfferMade', offered);
    await settle();
    const open = async () => (await ward.open(stream)).map(({ kind, state, dueAt }) => `${kind} ${state} ${dueAt}`);
    expect(await open()).toEqual([`PR-01 running ${promised}`, `OF-01 running ${offered}`]);
    expect((await ward.open(stream)).map(({ subject }) => subject)).toEqual(['call', undefined]);
    const late = async () => (await ward.types(stream)).filter((type) => type === 'DeadlineMissed').length;
    const store = queues();
    const workers = [ward.alarm(store), ward.alarm(store)];
    const lookAt = async (now: string) => {
      ward.clock.set(now);
      await Promise.all([...workers, ward.alarm(store)].map((one) => one.look()));
      await settle();
    };
    await lookAt(promised);
    expect(await late()).toBe(0);
    await lookAt('2026-03-03T20:00:00.001Z');
    expect(await late()).toBe(1);
    expect(await open()).toEqual([`PR-01 missed ${promised}`, `OF-01 running ${offered}`]);
    await lookAt('2026-03-04T20:00:00.001Z');
    await lookAt('2026-03-04T20:00:00.002Z');
    expect(await late()).toBe(2);
    expect(await ward.open()).toEqual([]);
  });

  it('fires once after its job was flushed away', async () => {
    const stream = await submitted();
    started(ward.alarm(queues(), 50));
    await eventually(async () => expect(Number(await redis.call('DBSIZE'))).toBeGreaterThan(0));
    await redis.call('FLUSHALL');
    ward.clock.set(TOO_LATE);
    await eventually(async () => expect(await ward.types(stream)).toContain('DeadlineMissed'));
    await settle();
    expect(await ward.types(stream)).toEqual([...STARTED, 'DeadlineMissed']);
    expect(await ward.notices()).toEqual(TOLD);
  });

  it('is woken by its job before any sweep', async () => {
    await submitted();
    ward.clock.set('2026-03-02T15:29:58.000Z'); // two seconds before half of the hour
    const sent: unknown[] = [];
    const prefix = randomUUID();
    const send = async (command: unknown) => sent.push(command);
    const alarm = started(ward.alarm(queues(redis.url, prefix), 3_600_000, send));
    await eventually(async () => {
      await alarm.look(); // as the next sweep would, once the connection stands
      expect(await redis.call('ZCARD', `${prefix}:clocks:delayed`)).toBe(1);
    });
    ward.clock.set('2026-03-02T15:30:00.000Z');
    await eventually(() => expect(sent).toHaveLength(1));
  });

  it('fires without any Redis', async () => {
    const stream = await submitted();
    ward.clock.set(TOO_LATE);
    started(ward.alarm(queues(await noRedis()), 50));
    await eventually(async () => expect(await ward.types(stream)).toContain('DeadlineMissed'));
  });

  it('fires once after a restart past due', async () => {
    const stream = await submitted();
    await ward.alarm(queues()).look();
    ward.clock.set('2026-03-02T20:00:00.000Z');
    readers = await ward.reading();
    await ward.alarm(queues()).look();
    await settle();
    await ward.alarm(queues()).look();
    await settle();
    expect(await ward.types(stream)).toEqual([...STARTED, 'DeadlineMissed']);
    expect(await ward.notices()).toEqual(TOLD);
  });

  it('says nothing of what was over a day ago when it was found', async () => {
    const stream = await submitted();
    ward.clock.set('2026-03-03T16:00:00.001Z');
    await ward.alarm(queues()).look();
    await settle();
    expect(await ward.types(stream)).toEqual([...STARTED, 'DeadlineMissed']);
    expect(await ward.notices()).toEqual(['life-at-risk-clock start']);
  });

  it('agrees with a cancel that races it: never missed after it was cancelled, and cancelled in the end', async () => {
    const streams = await Promise.all(Array.from({ length: 12 }, submitted));
    ward.clock.set(TOO_LATE);
    const store = queues();
    await Promise.all([
      ward.alarm(store).look(),
      ward.alarm(store).look(),
      ...streams.map((stream) => ward.happens(stream, 'ConcernVoided').then(() => readers.sweep())),
    ]);
    await settle();
    for (const stream of streams) {
      const after = (await ward.types(stream)).filter((type) => !STARTED.includes(type));
      expect([
        ['ConcernVoided', 'DeadlineCancelled'],
        ['DeadlineMissed', 'ConcernVoided', 'DeadlineCancelled'],
      ]).toContainEqual(after);
    }
  });
});
