import { randomBytes, randomUUID } from 'node:crypto';
import { code, eventType, NewerEvent, open } from '#kernel/core';
import { SystemClock } from '#kernel/platform';
import { type FreshDatabase, freshDatabase } from '../../../../test/support/index.js';
import { Appender } from './appender.js';
import { Bell } from './bell.js';
import { Log } from './log.js';
import { Placements } from './placements.js';

class SilentBell extends Bell {
  ring(): void {}
}

const rated = eventType('FallRated', 2, { harm: open('OPER', code(['none', 'mild'])) }, [
  ({ level }) => ({ harm: level === 0 ? 'none' : 'mild' }),
]);

describe('the log, with a catalogue', () => {
  const org = randomUUID();
  const stream = `fall-${randomUUID()}`;
  let db: FreshDatabase;
  let log: Log;
  let appender: Appender;

  beforeAll(async () => {
    db = await freshDatabase();
    await new Placements(db.api).place(org);
    appender = new Appender(db.api, new SystemClock(), new SilentBell());
    log = new Log(db.worker, [rated]);
    await stored('FallRated', 1, { level: 1 }, stream);
    await stored('FallRated', 2, { harm: 'none' }, stream);
  });
  afterAll(async () => {
    await appender.close();
    await db.close();
  });

  const stored = async (type: string, schemaVersion: number, data: object, at = `fall-${randomUUID()}`) => {
    const verdict = await appender.append({
      org,
      stream: at,
      expected: 'any',
      commandId: randomUUID(),
      requestHash: randomBytes(32),
      actor: { kind: 'system', role: 'system' },
      correlationId: randomUUID(),
      events: [
        {
          id: randomUUID(),
          type,
          schemaVersion,
          occurredAt: '2026-03-02T09:00:00.000Z',
          meta: {},
          data: JSON.stringify(data),
        },
      ],
    });
    return 'receipt' in verdict ? verdict.receipt.position : Number.NaN;
  };
  const page = (after: number, types?: readonly string[]) =>
    db.worker.across((tx) => log.page(tx, 1, after, 100, types));

  it('gives events of every version in the newest shape', async () => {
    const { events } = await log.stream(org, stream);
    expect(events.map(({ schemaVersion, data }) => ({ schemaVersion, data }))).toEqual([
      { schemaVersion: 2, data: { harm: 'mild' } },
      { schemaVersion: 2, data: { harm: 'none' } },
    ]);
    expect((await page(0)).events.slice(0, 2).map(({ data }) => data)).toEqual(events.map(({ data }) => data));
  });

  it('ends a page before an event that a newer version has written, and does not pass it', async () => {
    const before = await stored('FallRated', 2, { harm: 'mild' });
    const newer = await stored('FallRated', 3, { harm: 'dire' });
    await stored('FallRated', 2, { harm: 'mild' });
    expect((await page(before - 1)).upTo).toBe(newer - 1);
    await expect(page(newer - 1)).rejects.toThrow(new NewerEvent('FallRated', 3));
    expect((await page(newer - 1, ['FallMended'])).upTo).toBe(newer + 1); // not on the diet of whoever asks
  });

  it('gives nobody a stream that it does not understand as a whole', async () => {
    const own = `fall-${randomUUID()}`;
    await stored('FallRated', 2, { harm: 'mild' }, own);
    await stored('FallForeseen', 1, {}, own);
    await expect(log.stream(org, own)).rejects.toThrow(new NewerEvent('FallForeseen', 1));
  });
});
