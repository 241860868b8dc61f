import type { Client, ReceiptAnswer } from '../support/client.js';
import { Journey } from '../support/journey.js';
import { aFall, aRating, hoursAgo } from '../support/reports.js';

let journey: Journey;
let nurse: Client;
let manager: Client;
let first: ReceiptAnswer;
let second: ReceiptAnswer;

const at = (hours: number) => ({ eventAt: { value: hoursAgo(hours), precision: 'minute' } });

beforeAll(async () => {
  journey = await Journey.begin();
  nurse = await journey.as('reporter');
  manager = await journey.as('risk-manager');
  const { facility } = journey.persona('reporter');
  first = await nurse.done('/v1/safety-events', aFall(facility, { ...at(3), harmReported: 'mild' }));
  second = await nurse.done('/v1/safety-events', aFall(facility, { ...at(2), harmReported: 'severe' }));
});
afterAll(() => journey?.end());

const shown = async <T>(who: Client, path: string): Promise<T> => {
  const answer = await who.get(path);
  expect([path, answer.status]).toEqual([path, 200]);
  return answer.json<T>();
};

type Page<T = { id: string }> = { items: T[]; next?: string };

it('the inbox has the severe one first, and says that it may be told twice', async () => {
  const inbox = await shown<Page<{ id: string; possibleDuplicates: number }> & { counts: object }>(
    manager,
    `/v1/safety-events/inbox?after=${second.position}`,
  );
  expect(inbox.items.map(({ id }) => id)).toEqual([second.id, first.id]);
  expect(inbox.items[0]?.possibleDuplicates).toBe(1);
  expect(inbox.counts).toEqual({ reported: { count: 2, severe: 1 }, triaged: { count: 0, severe: 0 } });
  const page = await manager.get('/v1/safety-events/inbox?limit=1');
  const { next } = page.json<Page>();
  expect(page.headers.get('link')).toContain(encodeURIComponent(next ?? ''));
  expect((await shown<Page>(manager, `/v1/safety-events/inbox?limit=1&cursor=${next}`)).items[0]?.id).toBe(first.id);
});

it('the other one is proposed as its duplicate, of the same patient by the record number', async () => {
  const { items } = await shown<Page<object>>(manager, `/v1/safety-events/${second.id}/duplicates`);
  expect(items).toEqual([
    {
      safetyEvent: expect.objectContaining({ id: first.id, category: 'fall' }),
      score: 80,
      matchBasis: ['time', 'category', 'patient'],
      samePatient: true,
    },
  ]);
});

it('the search finds by what holds now', async () => {
  const { position } = await manager.done(
    `/v1/safety-events/${first.id}/triage`,
    aRating({ harmSeverity: 'moderate' }),
  );
  const found = async (query: string) =>
    (await shown<Page>(manager, `/v1/safety-events?after=${position}&${query}`)).items.map(({ id }) => id);
  expect(await found('order=severest')).toEqual([second.id, first.id]);
  expect(await found('harm=moderate&standing=open')).toEqual([first.id]);
  expect(await found('mine=true')).toEqual([]);
  expect(await found(`order=oldest-event&eventFrom=${hoursAgo(24)}`)).toEqual([first.id, second.id]);
  expect((await manager.get('/v1/safety-events?order=loudest')).status).toBe(400);
});

it('the nurse sees what she reported, who has opened it, and how it stands', async () => {
  await shown(manager, `/v1/safety-events/${first.id}`);
  const { items } = await shown<Page<object>>(nurse, '/v1/my-reports');
  expect(items).toEqual([
    expect.objectContaining({ id: second.id, status: 'reported', seenBy: 0 }),
    expect.objectContaining({ id: first.id, status: 'triaged', seenBy: 1 }),
  ]);
  const { person } = journey.persona('risk-manager');
  const readers = await shown<Page<object>>(nurse, `/v1/safety-events/${first.id}/readers`);
  expect(readers.items).toContainEqual(
    expect.objectContaining({ person, role: 'risk-manager', action: 'safety-event.read', times: 1 }),
  );
  expect(JSON.stringify(readers)).not.toContain(journey.persona('reporter').person);
});

it('feedback is owed, and what is missing in the records opens to them', async () => {
  const report = await shown<{ all: object }>(manager, `/v1/reports/feedback?period=${hoursAgo(0).slice(0, 4)}`);
  expect(report.all).toMatchObject({ reports: 2, told: 0, share: 0, overdue: 0 });
  const { checks } = await shown<{ checks: { check: string; count: number }[] }>(manager, '/v1/data-quality');
  expect(checks).toContainEqual({ check: 'unit_missing', count: 2 });
  const failing = await shown<Page>(manager, '/v1/data-quality/unit_missing?limit=1');
  expect([failing.items.length, typeof failing.next]).toEqual([1, 'string']);
  expect((await manager.get('/v1/data-quality/style')).status).toBe(400);
  expect((await manager.get('/v1/reports/feedback?period=soon')).status).toBe(409);
});

it('is nobody else’s to look through', async () => {
  for (const persona of ['reporter', 'auditor', 'analyst']) {
    const other = await journey.as(persona);
    for (const path of [
      'safety-events/inbox',
      `safety-events/${first.id}/duplicates`,
      'reports/feedback',
      'data-quality',
    ])
      expect([persona, path, (await other.get(`/v1/${path}`)).status]).toEqual([persona, path, 403]);
  }
  expect((await (await journey.as('analyst')).get('/v1/my-reports')).status).toBe(403);
});
