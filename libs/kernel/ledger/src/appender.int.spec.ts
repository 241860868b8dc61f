import { randomBytes, randomUUID } from 'node:crypto';
import { SystemClock, ToldClock } from '#kernel/platform';
import { type FreshDatabase, freshDatabase } from '../../../../test/support/index.js';
import { aStream, HeardBell, noted, noting } from './append.examples.js';
import type { Verdict } from './append.js';
import { Appender } from './appender.js';
import { Log } from './log.js';
import { Placements } from './placements.js';

const times = <T>(count: number, one: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => one(index));
const outcomes = (verdicts: readonly Verdict[]) => verdicts.map(({ outcome }) => outcome).sort();

describe('appending to the ledger', () => {
  const org = randomUUID();
  let db: FreshDatabase;
  let bell: HeardBell;
  let appender: Appender;
  let neighbor: Appender; // another process, as far as the database can tell
  let log: Log;

  beforeAll(async () => {
    db = await freshDatabase();
    bell = new HeardBell();
    appender = new Appender(db.api, new SystemClock(), bell);
    neighbor = new Appender(db.worker, new SystemClock(), new HeardBell());
    log = new Log(db.api);
    await new Placements(db.api).place(org);
  });
  afterAll(async () => {
    await Promise.all([appender.close(), neighbor.close()]);
    await db.close();
  });

  const revisions = async (stream: string) => (await log.stream(org, stream)).events.map(({ revision }) => revision);
  const either = (index: number) => (index % 2 ? appender : neighbor);

  it('gives each event the next revision and the next position, and rings', async () => {
    const stream = aStream();
    const before = await log.head(1);
    const verdict = await appender.append(noting(org, stream, { events: [noted(), noted(), noted()] }));
    const receipt = { ledger: 1, stream, revision: 3, position: before + 3 };
    expect(verdict).toEqual({ outcome: 'appended', receipt });
    expect(await revisions(stream)).toEqual([1, 2, 3]);
    expect(bell.heard.at(-1)).toEqual([1, before + 3]);
    const next = await appender.append(noting(org, stream));
    expect(next).toEqual({ outcome: 'appended', receipt: { ...receipt, revision: 4, position: before + 4 } });
  });

  it('reads back what was written', async () => {
    const stream = aStream();
    const event = noted({ meta: { facility: randomUUID(), precision: 'hour' }, data: '{"words":"così ☃ 𝄞"}' });
    const append = noting(org, stream, { causationId: randomUUID(), events: [event] });
    await appender.append(append);
    const { events, repeated } = await log.stream(org, stream, append.commandId);
    expect(events).toEqual([
      {
        ledger: 1,
        position: expect.any(Number),
        org,
        stream,
        revision: 1,
        eventId: event.id,
        type: event.type,
        schemaVersion: 1,
        occurredAt: event.occurredAt,
        recordedAt: expect.stringMatching(/^\d{4}-.*\.\d{3}Z$/),
        actor: append.actor,
        commandId: append.commandId,
        correlationId: append.correlationId,
        causationId: append.causationId,
        meta: event.meta,
        data: { words: 'così ☃ 𝄞' },
      },
    ]);
    expect(repeated).toMatchObject({ requestHash: append.requestHash, receipt: { stream, revision: 1 } });
  });

  it('lets one of twenty rivals for a revision win', async () => {
    const stream = aStream();
    await appender.append(noting(org, stream, { expected: 0 }));
    const verdicts = await Promise.all(times(20, (n) => either(n).append(noting(org, stream, { expected: 1 }))));
    expect(outcomes(verdicts)).toEqual(['appended', ...times(19, () => 'conflict')]);
    expect(verdicts).toContainEqual({ outcome: 'conflict', revision: 2 });
    expect(await revisions(stream)).toEqual([1, 2]);
  });

  it('stores all of fifty appends that do not care where the stream stands', async () => {
    const stream = aStream();
    const verdicts = await Promise.all(times(50, (n) => either(n).append(noting(org, stream))));
    expect(outcomes(verdicts)).toEqual(times(50, () => 'appended'));
    expect(await revisions(stream)).toEqual(times(50, (n) => n + 1));
  });

  it('knows new, existing and exact', async () => {
    const stream = aStream();
    expect(await appender.append(noting(org, stream, { expected: 'existing' }))).toEqual({ outcome: 'absent' });
    expect(await appender.append(noting(org, stream, { expected: 3 }))).toEqual({ outcome: 'conflict', revision: 0 });
    expect(await appender.append(noting(org, stream, { expected: 0 }))).toMatchObject({ outcome: 'appended' });
    expect(await appender.append(noting(org, stream, { expected: 0 }))).toEqual({ outcome: 'conflict', revision: 1 });
    expect(await appender.append(noting(org, stream, { expected: 'existing' }))).toMatchObject({ outcome: 'appended' });
    expect(await revisions(stream)).toEqual([1, 2]);
  });

  it('writes once what is sent twenty times, and gives everybody the one receipt', async () => {
    const append = noting(org, aStream(), { events: [noted(), noted()] });
    const verdicts = await Promise.all(times(20, (n) => either(n).append(append)));
    expect(outcomes(verdicts)).toEqual(['appended', ...times(19, () => 'repeated')]);
    expect(new Set(verdicts.map((verdict) => JSON.stringify('receipt' in verdict && verdict.receipt))).size).toBe(1);
    expect(await revisions(append.stream)).toEqual([1, 2]);
  });

  it('answers a retry that names another stream with the stream of the first time', async () => {
    const first = noting(org, aStream());
    const verdict = await appender.append(first);
    const retry = { ...first, stream: aStream(), events: [noted()] };
    expect(await appender.append(retry)).toEqual({ ...verdict, outcome: 'repeated' });
    expect(await revisions(retry.stream)).toEqual([]);
    expect((await log.stream(org, retry.stream, first.commandId)).repeated?.receipt.stream).toBe(first.stream);
  });

  it('refuses a command id that comes with another request', async () => {
    const first = noting(org, aStream());
    await appender.append(first);
    expect(await appender.append({ ...first, requestHash: randomBytes(32) })).toEqual({ outcome: 'key-reused' });
    expect(await appender.append({ ...first, requestHash: randomBytes(32), events: [noted(), noted()] })).toEqual({
      outcome: 'key-reused',
    });
  });

  it('gives a claim to the first who asks, and to the others its name', async () => {
    const claim = { scope: 'report-number', key: randomUUID() };
    const free = { scope: 'report-number', key: randomUUID() };
    const verdicts = await Promise.all(
      times(10, (n) => either(n).append(noting(org, aStream(), { claims: [free, claim].slice(n ? 1 : 0) }))),
    );
    expect(outcomes(verdicts)).toEqual(['appended', ...times(9, () => 'claimed')]);
    expect(verdicts).toContainEqual({ outcome: 'claimed', claim });
    const elsewhere = randomUUID();
    await new Placements(db.api).place(elsewhere);
    expect(await appender.append(noting(elsewhere, aStream(), { claims: [claim] }))).toMatchObject({
      outcome: 'appended',
    });
  });

  it('judges each command of a batch by itself', async () => {
    const [done, stream, claim] = [noting(org, aStream()), aStream(), { scope: 'one', key: randomUUID() }];
    await appender.append({ ...done, claims: [claim] });
    const before = await log.head(1);
    const verdicts = await Promise.all(
      [
        noting(org, aStream(), { events: [noted(), noted()] }),
        noting(org, aStream(), { expected: 7 }),
        { ...done, stream: aStream() },
        noting(org, aStream(), { claims: [claim] }),
        noting(org, stream, { expected: 0, events: [noted(), noted(), noted()] }),
        noting(org, aStream(), { expected: 'existing' }),
        { ...done, stream: aStream(), requestHash: randomBytes(32) },
        noting(org, aStream(), { claims: [{ ...claim, key: 'another' }] }),
      ].map((append) => appender.append(append)),
    );
    expect(verdicts.map(({ outcome }) => outcome)).toEqual([
      'appended',
      'conflict',
      'repeated',
      'claimed',
      'appended',
      'absent',
      'key-reused',
      'appended',
    ]);
    expect(verdicts.map((verdict) => verdict.outcome === 'appended' && verdict.receipt.position - before)).toEqual([
      2,
      false,
      false,
      false,
      5,
      false,
      false,
      6,
    ]);
    expect(await revisions(stream)).toEqual([1, 2, 3]);
  });

  it('refuses an organization that lives nowhere, and keeps one where it is', async () => {
    expect(await appender.append(noting(randomUUID(), aStream()))).toEqual({ outcome: 'unplaced' });
    const placements = new Placements(db.api);
    await placements.place(org);
    expect(await placements.ledgerOf(org)).toBe(1);
    await expect(placements.place(org, 2)).rejects.toThrow('another ledger');
    await expect(placements.place(randomUUID(), 2)).rejects.toThrow('foreign key');
  });

  it('lets what cannot be stored fail alone', async () => {
    const bad = noting(org, aStream(), { events: [noted({ data: '{"harm":' })] });
    const taken = noted();
    await appender.append(noting(org, aStream(), { events: [taken] }));
    const settled = await Promise.allSettled(
      [noting(org, aStream()), bad, noting(org, aStream(), { events: [taken] }), noting(org, aStream())].map((append) =>
        appender.append(append),
      ),
    );
    expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected', 'fulfilled']);
  });

  it('refuses to send what is not an append', async () => {
    const append = noting(org, aStream());
    const event = noted();
    for (const [more, says] of [
      [{ events: [] }, 'at least one event'],
      [{ events: [event, event] }, 'one id'],
      [{ stream: 'Safety Event' }, 'can be named'],
      [{ commandId: 'import-7' }, 'UUIDs'],
      [{ events: [noted({ data: '"\ud800"' })] }, 'half a character'],
      [
        {
          claims: [
            { scope: 'a', key: 'b' },
            { scope: 'a', key: 'b' },
          ],
        },
        'same',
      ],
      [{ requestHash: Buffer.alloc(5) }, '32 bytes'],
      [{ expected: -1 }, 'whole number'],
    ] as const)
      await expect(appender.append({ ...append, ...more })).rejects.toThrow(says);
  });

  it('keeps odd JSON byte for byte', async () => {
    const odd = [
      '{"b":1, "a" : -0,\n"n":1e400}',
      '{"__proto__":{"x":1},"a":1,"a":2}',
      String.raw`{"t":"\\u0000 \ud834\udd1e \/ \u0001"}`,
      '[1.10,100000000000000000000001]',
    ];
    const append = noting(org, aStream(), { events: odd.map((data) => noted({ data })) });
    await appender.append(append);
    const rows = await db.worker.across((tx) =>
      tx.query<{ data: string }>('select data::text as data from ledger.events where stream = $1 order by revision', [
        append.stream,
      ]),
    );
    expect(rows.map(({ data }) => data)).toEqual(odd);
  });

  it.each([String.raw`{"t":"a\u0000"}`, String.raw`{"\ud800":1}`, '{"t":"\ud800"}', String.raw`["\udc00\ud800"]`])(
    'refuses what no view could keep: %j',
    async (data) => {
      const append = noting(org, aStream(), { events: [noted({ data })] });
      await expect(appender.append(append)).rejects.toThrow('no view can keep');
    },
  );

  it('takes a thousand events at once, and a megabyte in one', async () => {
    const many = noting(org, aStream(), { events: times(1000, () => noted()) });
    const large = noting(org, aStream(), { events: [noted({ data: JSON.stringify('x'.repeat(1_000_000)) })] });
    const verdicts = await Promise.all([appender.append(many), appender.append(large)]);
    expect(verdicts).toMatchObject([{ receipt: { revision: 1000 } }, { receipt: { revision: 1 } }]);
  });

  it('takes nothing once it is closed, and answers what it had taken', async () => {
    const leaving = new Appender(db.api, new SystemClock(), new HeardBell());
    const taken = times(5, () => leaving.append(noting(org, aStream())));
    await Promise.resolve();
    await leaving.close();
    expect(outcomes(await Promise.all(taken))).toEqual(times(5, () => 'appended'));
    await expect(leaving.append(noting(org, aStream()))).rejects.toThrow('closed');
  });

  describe('by a told clock', () => {
    it('records at that time, never before what is there, and says so for good', async () => {
      const told = new ToldClock('2020-01-01T00:00:00.000Z');
      const here = await freshDatabase();
      const seeding = new Appender(here.api, told, new HeardBell());
      const reading = new Log(here.api);
      await new Placements(here.api).place(org);
      const stream = aStream();
      const head = () => here.worker.across((tx) => tx.query('select told from ledger.ledgers'));
      expect(await head()).toEqual([{ told: false }]);
      await seeding.append(noting(org, stream));
      told.set('2019-01-01T00:00:00.000Z');
      await seeding.append(noting(org, stream, { events: [noted(), noted()] }));
      told.set('2020-02-01T00:00:00.000Z');
      await seeding.append(noting(org, stream));
      expect((await reading.stream(org, stream)).events.map(({ recordedAt }) => recordedAt)).toEqual([
        ...times(3, () => '2020-01-01T00:00:00.000Z'),
        '2020-02-01T00:00:00.000Z',
      ]);
      expect(await head()).toEqual([{ told: true }]);
      told.set('2999-01-01T00:00:00.000Z');
      await expect(seeding.append(noting(org, stream))).rejects.toThrow('ahead of the server');
      await here.close();
    });
  });
});
