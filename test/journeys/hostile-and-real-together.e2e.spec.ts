import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import type { Client } from '../support/client.js';
import { Journey } from '../support/journey.js';
import { PublicVisitor } from '../support/public-visitor.js';

const HOSTILE = 1000;
const REAL = 40;
const ABREAST = 25;

/** What nobody sends who has a worry: any bytes under any name, in any dress. */
const hostile = fc.record({
  path: fc.constantFrom('/concern', '/concern/status', '/v1/public/safety-events', '/v1/public/safety-events/status'),
  type: fc.constantFrom(
    'application/x-www-form-urlencoded',
    'application/json',
    'multipart/form-data; boundary=x',
    'text/plain',
    'application/x-www-form-urlencoded; charset=utf-7',
  ),
  body: fc.oneof(
    fc.string({ unit: 'binary', maxLength: 400 }),
    fc
      .dictionary(fc.string({ maxLength: 20 }), fc.string({ unit: 'binary', maxLength: 80 }))
      .map((of) => new URLSearchParams(of).toString()),
    fc.json({ maxDepth: 6 }),
    fc.constantFrom(
      'narrative=%00%00&facilityId=1&formKey=<script>',
      `narrative=${'x'.repeat(300_000)}`,
      '{"narrative":"a","narrative":"b"}',
      `${'['.repeat(200)}${']'.repeat(200)}`,
      "facilityId=' or 1=1 --&narrative=x&named=no&stillAtRisk=no",
      '__proto__[x]=1&constructor[prototype][y]=2',
    ),
  ),
  key: fc.constantFrom(undefined, '', 'short', randomUUID(), 'x'.repeat(5000)),
});

type Hostile = typeof hostile extends fc.Arbitrary<infer T> ? T : never;

describe('a thousand hostile submissions, and real ones among them', () => {
  let journey: Journey;
  let manager: Client;
  beforeAll(async () => {
    const many = '9999999';
    const env = {
      PUBLIC_LOOKS_PER_MINUTE: many,
      PUBLIC_SUBMISSIONS_PER_MINUTE: many,
      PUBLIC_CODE_TRIES_PER_MINUTE: many,
    };
    journey = await Journey.begin({ telling: { env } });
    manager = await journey.as('risk-manager');
  });
  afterAll(() => journey?.end());

  const codes: string[] = [];
  const attack = async ({ path, type, body, key }: Hostile) => {
    const headers: Record<string, string> = {
      'content-type': type,
      ...(key !== undefined && { 'idempotency-key': key }),
    };
    const answer = await fetch(`${journey.forthright.url}${path}`, { method: 'POST', headers, body });
    await answer.arrayBuffer();
    return answer.status;
  };
  const tell = async (nth: number) => {
    const visitor = new PublicVisitor(journey.forthright.url, nth % 2 === 0 ? 'en' : 'es');
    const thanks = await visitor.send(await visitor.open('/concern'), {
      stillAtRisk: 'no',
      facilityId: journey.persona('reporter').facility,
      narrative: `Worry number ${nth}. <script>alert(${nth})</script>`,
      named: 'no',
    });
    codes.push(/<p class="code">([^<]+)<\/p>/.exec(thanks.html)?.[1] ?? `none: ${thanks.status}`);
    return thanks.status;
  };

  it('are answered without an error of ours, and the real ones with a code each', async () => {
    const attacks = fc.sample(hostile, { numRuns: HOSTILE, seed: 20261123 });
    const work = attacks.flatMap((one, nth) => [
      () => attack(one),
      ...(nth % (HOSTILE / REAL) === 0 ? [() => tell(nth)] : []),
    ]);
    const statuses: number[] = [];
    const next = async () => {
      for (let task = work.pop(); task; task = work.pop()) statuses.push(await task());
    };
    await Promise.all(Array.from({ length: ABREAST }, next));
    expect(statuses).toHaveLength(HOSTILE + REAL);
    expect(statuses.filter((status) => status >= 500)).toEqual([]);
    expect(statuses.filter((status) => status === 200 || status === 201)).toHaveLength(REAL);
    expect(new Set(codes).size).toBe(REAL);
    for (const code of codes) expect(code).toMatch(/^[0-9A-Z]{4}.[0-9A-Z]{4}.[0-9A-Z]{4}$/);
  });

  it('left the real ones whole, and nothing else', async () => {
    await journey.readersAtHead();
    const stored = await journey.database.worker.call<{ type: string; count: number }>({
      text: `select type, count(*)::int as count from ledger.events
              where stream like 'concern-%' and type in ('ConcernSubmitted', 'ConcernReceiptIssued') group by type order by type`,
    });
    expect(stored).toEqual([
      { type: 'ConcernReceiptIssued', count: REAL },
      { type: 'ConcernSubmitted', count: REAL },
    ]);
    const { items } = (await manager.get('/v1/concerns?limit=100')).json<{ items: { id: string }[] }>();
    expect(items).toHaveLength(REAL);
    const [none] = await journey.database.worker.call<{ count: number }>({
      text: `select count(*)::int as count from ledger.events where type = 'SafetyEventReported'`,
    });
    expect(none?.count).toBe(0);
    const visitor = new PublicVisitor(journey.forthright.url);
    const page = await visitor.send(await visitor.open('/concern/status'), {
      facilityId: journey.persona('reporter').facility,
      code: codes[0] ?? '',
    });
    expect(page.status).toBe(200);
    expect(page.html).not.toContain('<script>');
  });
});
