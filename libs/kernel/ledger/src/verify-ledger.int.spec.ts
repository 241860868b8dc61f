import { randomUUID } from 'node:crypto';
import { SystemClock, ToldClock } from '#kernel/platform';
import { type FreshDatabase, freshDatabase } from '../../../../test/support/index.js';
import { aStream, HeardBell, noted, noting } from './append.examples.js';
import { Appender } from './appender.js';
import { Placements } from './placements.js';
import { verifyLedger } from './verify-ledger.js';

const org = randomUUID();
let db: FreshDatabase;

/** Twelve events: ten in five blocks of two, each with odd but stored texts, and two in a batch of their own. */
beforeEach(async () => {
  db = await freshDatabase();
  await new Placements(db.api).place(org);
  const appender = new Appender(db.api, new SystemClock(), new HeardBell());
  const stream = aStream();
  for (let block = 0; block < 5; block++)
    await appender.append(
      noting(org, stream, {
        causationId: block % 2 ? randomUUID() : undefined,
        events: [
          noted({ data: '{"words": "così ☃ 𝄞", "n": -0}', meta: { reasonCode: 'a' } }),
          noted({ occurredAt: '1969-12-31T23:59:59.999Z' }),
        ],
      }),
    );
  await Promise.all([aStream(), aStream()].map((one) => appender.append(noting(org, one))));
  await appender.close();
});
afterEach(() => db.close());

/** What an owner can do who means ill: silence the triggers, change rows, and leave no other trace. */
const tamper = (table: string, statement: string) =>
  db.owner.across(async (tx) => {
    await tx.query(`alter table ledger.${table} disable trigger all`);
    await tx.query(statement);
    await tx.query(`alter table ledger.${table} enable always trigger append_only`);
  });
const verify = () => verifyLedger(db.worker, 1);

describe('verifying a ledger', () => {
  it('agrees with what was written, and says how far it is', async () => {
    const seen: number[] = [];
    expect(await verifyLedger(db.worker, 1, (done) => seen.push(done))).toEqual({
      ok: true,
      positions: 12,
      told: false,
    });
    expect(seen).toEqual([12]);
  });

  it('agrees with an empty ledger', async () => {
    const empty = await freshDatabase();
    expect(await verifyLedger(empty.worker, 1)).toEqual({ ok: true, positions: 0, told: false });
    await expect(verifyLedger(empty.worker, 7)).rejects.toThrow('no ledger 7');
    await empty.close();
  });

  it('misses the receipt of a command', async () => {
    await tamper('commands', 'delete from ledger.commands where position = 12');
    expect(await verify()).toMatchObject({ ok: false, firstBad: 12, problem: expect.stringContaining('receipt') });
  });

  it('says that a told clock has written', async () => {
    const seeding = new Appender(db.api, new ToldClock('2020-01-01T00:00:00.000Z'), new HeardBell());
    await seeding.append(noting(org, aStream()));
    expect(await verify()).toEqual({ ok: true, positions: 13, told: true });
  });

  it.each([
    ['a flipped byte of the data', `data = replace(data::text, 'così', 'cosi')::json`, 5],
    ['data that mean the same and read otherwise', `data = (data::text || ' ')::json`, 5],
    ['another time', `occurred_at = occurred_at + interval '1 microsecond'`, 6],
    ['another actor', `actor = 'staff/somebody/reporter'`, 7],
    ['another organization', `org = gen_random_uuid()`, 8],
    ['a cause that was not there', `causation_id = gen_random_uuid()`, 5],
    ['a changed leaf', `leaf = sha256('')`, 3],
  ])('finds %s at its position', async (_what, change, position) => {
    await tamper('events', `update ledger.events set ${change} where position = ${position}`);
    expect(await verify()).toMatchObject({
      ok: false,
      positions: 12,
      firstBad: position,
      problem: 'the event is not as it was written',
    });
  });

  it('finds a deleted row, in the middle and at the end', async () => {
    await tamper('events', 'delete from ledger.events where position = 12');
    expect(await verify()).toMatchObject({ ok: false, firstBad: 12, problem: 'the event at this position is missing' });
    await tamper('events', 'delete from ledger.events where position = 4');
    expect(await verify()).toMatchObject({ ok: false, firstBad: 4, problem: 'the event at this position is missing' });
  });

  it('finds a tail that was cut off with its head moved back', async () => {
    await tamper('events', 'delete from ledger.events where position > 10');
    await db.owner.across((tx) => tx.query('update ledger.ledgers set position = 10'));
    expect(await verify()).toMatchObject({
      ok: false,
      firstBad: 11,
      problem: 'there is more behind the head than it says',
    });
  });

  it('finds a row that was slipped in behind the head', async () => {
    await db.owner.across((tx) =>
      tx.query(`insert into ledger.events select ledger, 13, org, stream, 11, gen_random_uuid(), type, schema_version, occurred_at,
        recorded_at, actor, command_id, correlation_id, causation_id, meta, data, leaf from ledger.events where position = 10`),
    );
    expect(await verify()).toMatchObject({ ok: false, firstBad: 13 });
  });

  it('finds a deleted block, in the middle and at the end', async () => {
    await tamper('blocks', 'delete from ledger.blocks where last_position = 12');
    expect(await verify()).toMatchObject({
      ok: false,
      firstBad: 11,
      problem: 'the block that covers this position is missing',
    });
    await tamper('blocks', 'delete from ledger.blocks where last_position = 4');
    expect(await verify()).toMatchObject({
      ok: false,
      firstBad: 3,
      problem: 'the block that covers this position is missing',
    });
  });

  it('finds a chain that was changed, in a block and in the head', async () => {
    await db.owner.across((tx) => tx.query(`update ledger.ledgers set chain = sha256('')`));
    expect(await verify()).toMatchObject({
      ok: false,
      firstBad: 12,
      problem: 'the head does not agree with the chain',
    });
    await tamper('blocks', `update ledger.blocks set chain = sha256('') where last_position = 6`);
    expect(await verify()).toMatchObject({
      ok: false,
      firstBad: 5,
      problem: 'the chain breaks in the block from this position on',
    });
  });

  it('finds two leaves that changed places with their events', async () => {
    await tamper('events', `update ledger.events e set position = 100 + e.position where position in (1, 3)`);
    await tamper('events', `update ledger.events e set position = 104 - e.position where position > 100`);
    expect(await verify()).toMatchObject({ ok: false, firstBad: 1 });
  });
});
