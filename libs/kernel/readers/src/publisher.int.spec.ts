import { Queue } from 'bullmq';
import { code, eventType, open, type Recorded } from '#kernel/core';
import { connectRedis } from '#kernel/platform';
import { recorded } from '#kernel/readers/testing';
import { inTime } from '../../../../test/support/in-time.js';
import { type FreshDatabase, freshDatabase } from '../../../../test/support/index.js';
import { noRedis, type OwnRedis, ownRedis } from '../../../../test/support/own-redis.js';
import type { EnvelopeCloudEvent } from './cloud-event.js';
import { Publisher } from './publisher.js';
import { RedisQueues } from './queues/redis-queues.js';
import { Scribe, sequencing } from './reader.examples.js';

const catalogue = [
  eventType('SomethingNoted', 1, { words: open('OPER', code(['seen'])) }),
  eventType('OpinionGiven', 1, { opinion: open('PEER', code(['a'])) }),
  eventType('ColleagueComforted', 1, { how: open('CARE', code(['a'])) }),
];

describe('the publisher', () => {
  let db: FreshDatabase;
  let redis: OwnRedis;
  let queue: Queue;
  let publisher: Publisher;
  const ends: (() => unknown)[] = [];

  const publishing = (url: string, waitingMax?: number): Publisher => {
    const connection = connectRedis(url, 'producer');
    const made = new Publisher(new RedisQueues(() => connection, 'test'), catalogue, {
      silent: new Set(['caregiver-support']),
      ...(waitingMax && { waitingMax }),
    });
    ends.push(
      () => made.close(),
      () => connection.disconnect(),
    );
    return made;
  };
  /** Once its connection stands. */
  const reaching = async (made: Publisher): Promise<Publisher> => {
    for (let tries = 0; ; tries++) {
      try {
        await made.apply(undefined, []);
        return made;
      } catch (error) {
        if (tries > 200 || (error as Error).name === 'OutboundFull') return made;
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    }
  };

  beforeAll(async () => {
    db = await freshDatabase();
    redis = await ownRedis();
    queue = new Queue('outbound', { connection: { url: redis.url }, prefix: 'test' });
    publisher = await reaching(publishing(redis.url));
  });
  beforeEach(() => queue.obliterate({ force: true }));
  afterAll(async () => {
    for (const end of ends) await end();
    await queue.close();
    await redis.close();
    await db.close();
  });

  const batch = (count: number): Recorded[] =>
    Array.from({ length: count }, () => recorded({ type: 'SomethingNoted', data: { words: 'seen' } }));
  const told = async () => (await queue.getJobs()).map(({ data }) => data as EnvelopeCloudEvent);

  it('tells nothing of streams that are kept for one role, whatever rides on them', async () => {
    const stream = 'caregiver-support-0190c4f0-0000-7000-8000-000000000001';
    const [usual] = batch(1);
    const rider = recorded({ type: 'SomethingNoted', data: { words: 'seen' } }, { stream });
    await publisher.apply(undefined, [rider, usual as Recorded]);
    expect((await told()).map(({ id }) => id)).toEqual([usual?.eventId]);
  });

  it('tells of each event once, though the batch is applied again', async () => {
    const events = batch(500);
    await publisher.apply(undefined, events);
    await publisher.apply(undefined, events);
    await publisher.apply(undefined, events.slice(250));
    const positions = (await told()).map(({ position }) => Number(position)).sort((a, b) => a - b);
    expect(positions).toEqual(events.map(({ position }) => position));
  });

  it('does not tell of care for a colleague, and of peer review only that something changed', async () => {
    expect(publisher.types).toEqual(['SomethingNoted', 'OpinionGiven']);
    await publisher.apply(undefined, [recorded({ type: 'OpinionGiven', data: { opinion: 'a' } })]);
    const [job] = await queue.getJobs();
    expect(job?.data).toMatchObject({ type: 'org.forthright.example.changed.v1' });
    expect(JSON.stringify(job?.toJSON())).not.toMatch(/opinion/i);
  });

  it('pauses where too many wait, holds its checkpoint, and goes on when they were taken', async () => {
    const scribe = new Scribe(db.api);
    const org = await scribe.organization();
    const small = await reaching(publishing(redis.url, 10));
    const sequencer = await sequencing(db.worker, small);
    const standing = async () => (await sequencer.checkpoints.lags([small]))[0];
    await scribe.write(org, { words: ['1', '2', '3', '4', '5', '6'] });
    await sequencer.sweep();
    expect(await standing()).toMatchObject({ position: 6, behind: 0 });
    const { position } = await scribe.write(org, { words: ['7', '8', '9', '10', '11'] });
    await sequencer.sweep();
    expect(await standing()).toMatchObject({ position: 6, behind: 5, trouble: 'OutboundFull' });
    await queue.drain();
    await sequencer.sweep();
    expect(await standing()).toEqual(expect.objectContaining({ position, behind: 0 }));
    expect((await standing())?.trouble).toBeUndefined();
    expect((await told()).map((one) => Number(one.position)).sort((a, b) => a - b)).toEqual([7, 8, 9, 10, 11]);
    await scribe.close();
  });

  it('fails at once where Redis was never there', async () => {
    const lonely = publishing(await noRedis());
    await expect(lonely.apply(undefined, batch(1))).rejects.toThrow(expect.objectContaining({ name: 'RedisAway' }));
    await inTime(lonely.close());
  });

  it('fails within seconds where Redis hangs, so that no transaction stays open, and tells once it is back', async () => {
    const events = batch(20);
    redis.freeze();
    try {
      await expect(inTime(publisher.apply(undefined, events))).rejects.not.toThrow('Still under way');
    } finally {
      redis.thaw();
    }
    await reaching(publisher);
    await publisher.apply(undefined, events);
    expect((await told()).length).toBe(20);
  });

  it('finds Redis again after it was killed', async () => {
    redis.kill();
    await expect(publisher.apply(undefined, batch(1))).rejects.toThrow();
    await redis.revive();
    await reaching(publisher);
    await publisher.apply(undefined, batch(3));
    expect((await told()).length).toBe(3);
  });
});
