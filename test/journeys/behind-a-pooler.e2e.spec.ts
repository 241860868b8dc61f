import type { Client } from '../support/client.js';
import { eventually } from '../support/eventually.js';
import { Journey } from '../support/journey.js';
import { listenTo } from '../support/listening.js';
import { type PgBouncer, pgBouncerIsToBeHad, startPgBouncer } from '../support/pgbouncer.js';
import { aFall, aRating } from '../support/reports.js';
import type { TestServices } from '../support/test-services.js';

(pgBouncerIsToBeHad ? describe : describe.skip)(
  'api and worker behind PgBouncer, which lends them six connections',
  () => {
    let bouncer: PgBouncer;
    let journey: Journey;
    let manager: Client;

    beforeAll(async () => {
      const { databaseUrl } = JSON.parse(process.env.FORTHRIGHT_TEST_SERVICES ?? '{}') as TestServices;
      bouncer = await startPgBouncer(databaseUrl);
      const told = (url: string) => ({ DATABASE_URL: bouncer.in(url), DATABASE_POOLING: 'transaction' });
      journey = await Journey.begin({ telling: { api: told, worker: told } });
      manager = await journey.as('risk-manager');
    });
    afterAll(async () => {
      await journey?.end();
      await bouncer?.close();
    });

    const report = () => manager.done('/v1/safety-events', aFall(journey.persona('risk-manager').facility));

    it('a safety event goes its whole way, is read, and is told', async () => {
      const feed = await listenTo(manager.url, manager.token);
      await feed.heard(({ event }) => event === 'ready');
      const { id } = await report();
      const path = `/v1/safety-events/${id}`;
      await manager.done(`${path}/triage`, aRating(), { 'if-match': '"1"' });
      await manager.done(`${path}/confirmation`, {}, { 'if-match': '"2"' });
      const { position } = await manager.done(`${path}/closure`, { disposition: 'reviewed' }, { 'if-match': '"3"' });
      await eventually(async () => expect((await manager.get(`${path}?after=${position}`)).status).toBe(200));
      expect((await manager.get(path)).json()).toMatchObject({ status: 'closed' });
      expect((await manager.get('/v1/safety-events?limit=5')).status).toBe(200);
      await feed.heard(({ data }) => data.position === String(position));
      feed.close();
    });

    it('commands are judged as ever: repeated, stale, of another organization', async () => {
      const key = { 'idempotency-key': 'the-same-again' };
      const fall = aFall(journey.persona('risk-manager').facility);
      const [first, again] = [
        await manager.done('/v1/safety-events', fall, key),
        await manager.done('/v1/safety-events', fall, key),
      ];
      expect(again).toEqual(first);
      const path = `/v1/safety-events/${first.id}`;
      expect((await manager.post(`${path}/triage`, aRating(), { 'if-match': '"9"' })).status).toBe(412);
      const stranger = await journey.as('lakeside-risk-manager');
      expect((await stranger.get(`${path}?after=${first.position}`)).status).toBe(404);
    });

    it('many commands at once share the few connections, and none is lost', async () => {
      const before = await journey.head();
      const receipts = await Promise.all(Array.from({ length: 200 }, report));
      expect(new Set(receipts.map(({ position }) => position)).size).toBe(200);
      expect(await journey.head()).toBeGreaterThanOrEqual(before + 200);
      await journey.readersAtHead();
    });

    it('everything goes on when the pooler was gone', async () => {
      await bouncer.kill();
      const answer = await manager.get('/v1/safety-events?limit=1');
      expect(answer.status).toBe(503);
      expect(answer.headers.get('retry-after')).toBeTruthy();
      await bouncer.revive();
      await eventually(report);
      await journey.readersAtHead();
      const { code, stdout } = await journey.cli('ledger', 'verify', '--json');
      expect({ code, ok: JSON.parse(stdout).ok }).toEqual({ code: 0, ok: true });
    });
  },
);
