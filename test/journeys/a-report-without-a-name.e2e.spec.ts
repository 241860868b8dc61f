import { randomUUID } from 'node:crypto';
import type { Client } from '../support/client.js';
import { everythingInPostgres } from '../support/everything-stored.js';
import { Journey } from '../support/journey.js';

const WORDS = 'The crash cart on Nightjarbrook has no laryngoscope since Monday.';

interface Status {
  readonly status: string;
  readonly said: readonly { readonly type: string; readonly words: Readonly<Record<string, unknown>> }[];
}

describe('somebody who works here and is afraid to say who they are', () => {
  let journey: Journey;
  let manager: Client;
  let facilityId: string;
  let code: string;
  let id: string;
  beforeAll(async () => {
    journey = await Journey.begin();
    manager = await journey.as('risk-manager');
    facilityId = journey.persona('reporter').facility;
  });
  afterAll(() => journey?.end());

  /** A request as anybody could send it. */
  const send = (path: string, body: object, key: string = randomUUID()) =>
    fetch(`${journey.forthright.url}/v1/public/safety-events${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': key, 'user-agent': 'Grebecurlew/1.0' },
      body: JSON.stringify(body),
    });
  const status = async (): Promise<Status> => (await send('/status', { facilityId, code })).json() as Promise<Status>;

  it('reports without a token, twice with one key, and is shown one code', async () => {
    const key = randomUUID();
    const report = { facilityId, narrative: WORDS, category: 'device' };
    const first = await send('', report, key);
    expect(first.status).toBe(201);
    ({ code } = (await first.json()) as { code: string });
    expect(await (await send('', report, key)).json()).toEqual({ code });
    expect((await send('', { ...report, narrative: 'Other words.' }, key)).status).toBe(422);
    await journey.readersAtHead();
    const { items } = (await manager.get('/v1/safety-events')).json<{ items: { id: string }[] }>();
    expect(items).toHaveLength(1);
    id = items[0]?.id as string;
  });

  it('is nobody in the record and in the ledger', async () => {
    const record = (await manager.get(`/v1/safety-events/${id}`)).json<{
      report: object;
      history: { actor: object }[];
    }>();
    expect(record.report).toMatchObject({ confidentiality: 'anonymous', narrative: WORDS });
    expect(record.report).not.toHaveProperty('reporter');
    expect(record.history[0]?.actor).toEqual({ kind: 'anonymous', role: 'reporter' });
    const kept = await everythingInPostgres(journey.database.url);
    for (const trace of ['Grebecurlew', '127.0.0.1', code, code.replace(/[^A-Z0-9]/g, '')])
      expect(kept.filter(({ text }) => text.includes(trace)).map(({ place }) => `${trace} in ${place}`)).toEqual([]);
  });

  it('is asked a question, answers it by the code, adds something, and hears what came of it', async () => {
    await manager.done(`/v1/safety-events/${id}/messages`, { words: 'Which cart is it?', channel: 'tracking_code' });
    await journey.readersAtHead(); // asking again and again would be too many requests
    expect((await status()).said).toHaveLength(1);
    expect((await send('/messages', { facilityId, code, words: 'The one by the lift.' })).status).toBe(204);
    expect((await send('/addenda', { facilityId, code, words: 'The other floor lacks one too.' })).status).toBe(204);
    await manager.done(`/v1/safety-events/${id}/addenda`, { words: 'For the office only.' });
    await manager.done(`/v1/safety-events/${id}/feedback`, {
      summary: 'Both carts are complete again.',
      changeMade: true,
      channel: 'tracking_code',
    });
    await journey.readersAtHead();
    const { said } = await status();
    expect(said.map(({ type }) => type)).toEqual([
      'ReporterMessageExchanged',
      'ReporterMessageExchanged',
      'AddendumWritten',
      'ReporterFeedbackGiven',
    ]);
    expect(JSON.stringify(said)).toContain('Both carts are complete again.');
    expect(JSON.stringify(said)).not.toContain('For the office only.');
  });

  it('finds nothing by a wrong code, another hospital’s, or in another hospital, and all of it alike', async () => {
    const elsewhere = journey.persona('lakeside-risk-manager').facility;
    const tries = [
      { facilityId, code: 'AAAABBBBCCCC' },
      { facilityId: elsewhere, code },
      { facilityId: randomUUID(), code },
    ];
    const answers = await Promise.all(
      tries.map(async (body) => {
        const answer = await send('/status', body);
        return [answer.status, await answer.json()];
      }),
    );
    expect(answers[0]?.[0]).toBe(404);
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
  });

  it('sends nothing by mistake: a wrong field is named, and nothing is stored', async () => {
    const before = await journey.head();
    const wrong = await send('', { facilityId, category: 'device' });
    expect([wrong.status, await wrong.text()]).toEqual([400, expect.stringContaining('narrative')]);
    expect((await send('', { facilityId: randomUUID(), narrative: WORDS })).status).toBe(409);
    expect(await journey.head()).toBe(before);
  });
});
