import { randomUUID } from 'node:crypto';
import type { Answer, Client, ReceiptAnswer } from '../support/client.js';
import { Journey } from '../support/journey.js';
import { aFall, aRating } from '../support/reports.js';

const RIVALS = 20;
const REPORTS = 50;

let journey: Journey;
let nurse: Client;
let manager: Client;
let facility: string;

beforeAll(async () => {
  journey = await Journey.begin();
  nurse = await journey.as('reporter');
  manager = await journey.as('risk-manager');
  facility = journey.persona('reporter').facility;
});
afterAll(() => journey?.end());

const report = (): Promise<ReceiptAnswer> => nurse.done('/v1/safety-events', aFall(facility));

const together = (many: number, send: (nth: number) => Promise<Answer>): Promise<Answer[]> =>
  Promise.all(Array.from({ length: many }, (_, nth) => send(nth)));

const statuses = (answers: readonly Answer[]): number[] => [...new Set(answers.map(({ status }) => status))].sort();

/** The types of a stream's events, as the ledger has them, without those of its clocks. */
const recorded = async (stream: string): Promise<string[]> => {
  const text = `select type from ledger.events where stream = $1 and type not like 'Deadline%' order by revision`;
  const rows = await journey.database.worker.call<{ type: string }>({ text, values: [stream] });
  return rows.map(({ type }) => type);
};

/** How many events there are, but for those of clocks: they come when the worker gets to it. */
const events = async (): Promise<number> => {
  const text = `select count(*)::int as events from ledger.events where type not like 'Deadline%'`;
  return (await journey.database.worker.call<{ events: number }>({ text }))[0]?.events ?? 0;
};

describe('twenty rivals who triage one safety event', () => {
  it.each([
    ['and name the revision that they saw', '"1"', [200, 412]],
    ['and name no revision', '', [200, 409]],
  ])('%s: one wins, the others are told so', async (_, revision, expected) => {
    const { id, stream } = await report();
    const answers = await together(RIVALS, (nth) =>
      manager.post(`/v1/safety-events/${id}/triage`, aRating({ sacActual: 1 + (nth % 2) }), { 'if-match': revision }),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(statuses(answers)).toEqual(expected);
    expect(await recorded(stream)).toEqual(['SafetyEventReported', 'SafetyEventTriaged']);
  });
});

describe('a command that is sent again', () => {
  it('writes once when twenty copies of a report arrive together, and all get the same receipt', async () => {
    const [key, body, before] = [randomUUID(), aFall(facility), await events()];
    const copies = await together(RIVALS, () => nurse.post('/v1/safety-events', body, { 'idempotency-key': key }));
    expect(statuses(copies)).toEqual([201]);
    expect(new Set(copies.map(({ text }) => text)).size).toBe(1);
    expect(new Set(copies.map(({ headers }) => headers.get('location'))).size).toBe(1);
    expect(await events()).toBe(before + 1);
  });

  it('writes once when twenty copies of a triage arrive together, and all get the same receipt', async () => {
    const { id, stream } = await report();
    const headers = { 'idempotency-key': randomUUID(), 'if-match': '"1"' };
    const copies = await together(RIVALS, () => manager.post(`/v1/safety-events/${id}/triage`, aRating(), headers));
    expect(statuses(copies)).toEqual([200]);
    expect(new Set(copies.map(({ text }) => text)).size).toBe(1);
    expect(new Set(copies.map((copy) => copy.headers.get('etag')))).toEqual(
      new Set([`"${copies[0]?.json<ReceiptAnswer>().revision}"`]),
    );
    expect(await recorded(stream)).toEqual(['SafetyEventReported', 'SafetyEventTriaged']);
  });

  it('gets its first receipt still, long after the record went on', async () => {
    const { id } = await report();
    const headers = { 'idempotency-key': randomUUID(), 'if-match': '"1"' };
    const first = await manager.post(`/v1/safety-events/${id}/triage`, aRating(), headers);
    await manager.done(`/v1/safety-events/${id}/confirmation`, {});
    const again = await manager.post(`/v1/safety-events/${id}/triage`, aRating(), headers);
    expect([again.status, again.text]).toEqual([200, first.text]);
  });

  it('means the same with its fields in another order', async () => {
    const [body, headers] = [aFall(facility), { 'idempotency-key': randomUUID() }];
    const first = await nurse.post('/v1/safety-events', body, headers);
    const turned = Object.fromEntries(Object.entries(body).reverse());
    const again = await nurse.post('/v1/safety-events', turned, headers);
    expect([again.status, again.text]).toEqual([201, first.text]);
  });

  it('is refused when its key comes with something else: another body, another path', async () => {
    const { id } = await report();
    const headers = { 'idempotency-key': randomUUID() };
    expect((await manager.post('/v1/safety-events', aFall(facility), headers)).status).toBe(201);
    const before = await events();
    for (const [path, body] of [
      ['/v1/safety-events', aFall(facility, { narrative: 'Something else.' })],
      [`/v1/safety-events/${id}/triage`, aRating()],
    ] as const) {
      const other = await manager.post(path, body, headers);
      expect(other.status).toBe(422);
      expect(other.json()).toMatchObject({
        type: '/problems/request/key-reused',
        errors: [{ field: 'Idempotency-Key' }],
      });
    }
    expect(await events()).toBe(before);
  });

  it('is two commands when two people use the same key', async () => {
    const [headers, before] = [{ 'idempotency-key': randomUUID() }, await events()];
    const ids = await Promise.all(
      [nurse, manager].map(async (one) => (await one.done('/v1/safety-events', aFall(facility), headers)).id),
    );
    expect(new Set(ids).size).toBe(2);
    expect(await events()).toBe(before + 2);
  });

  it('is stored once when twenty copies with different bodies arrive together, and the others are refused', async () => {
    const [headers, before] = [{ 'idempotency-key': randomUUID() }, await events()];
    const answers = await together(RIVALS, (nth) =>
      nurse.post('/v1/safety-events', aFall(facility, { narrative: `Version ${nth}.` }), headers),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(statuses(answers)).toEqual([201, 422]);
    expect(await events()).toBe(before + 1);
  });
});

describe('fifty reports at once', () => {
  it('are fifty records, each on a position of its own', async () => {
    const before = await journey.head();
    const answers = await together(REPORTS, (nth) =>
      nurse.post('/v1/safety-events', aFall(facility, { narrative: `Number ${nth}.` })),
    );
    expect(statuses(answers)).toEqual([201]);
    const receipts = answers.map((answer) => answer.json<ReceiptAnswer>());
    const positions = receipts.map(({ position }) => position);
    expect(new Set(positions).size).toBe(REPORTS);
    expect(Math.min(...positions)).toBeGreaterThan(before);
    await journey.readersAtHead();
    const told = await Promise.all(
      receipts.map(async ({ id }) =>
        (await nurse.get(`/v1/safety-events/${id}`)).json<{ report: { narrative: string } }>(),
      ),
    );
    expect(told.map(({ report: { narrative } }) => narrative)).toEqual(receipts.map((_, nth) => `Number ${nth}.`));
  });

  it('leave a ledger that holds', async () => {
    const { code, stdout } = await journey.cli('ledger', 'verify', '--json');
    expect([code, JSON.parse(stdout)]).toEqual([0, expect.objectContaining({ ok: true })]);
  });
});
