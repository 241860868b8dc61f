import type { Client, ReceiptAnswer } from '../support/client.js';
import { eventually } from '../support/eventually.js';
import { everythingInPostgres, everythingInRedis, type Kept } from '../support/everything-stored.js';
import { Journey } from '../support/journey.js';
import { aFall, hoursAgo } from '../support/reports.js';

interface Support {
  readonly id: string;
  readonly staff?: string;
  readonly status: string;
  readonly late: boolean;
  readonly dueAt?: string;
  readonly tier?: string;
  readonly contacts: number;
}
interface Deadline {
  readonly id: string;
  readonly stream: string;
  readonly kind: string;
  readonly state: string;
}

/** Everybody who works here and is no peer supporter. */
const OTHERS = [
  'risk-manager',
  'reporter',
  'liaison',
  'review-chair',
  'review-member',
  'patient-representative',
  'claims',
  'executive',
  'analyst',
  'org-admin',
  'auditor',
  'importer',
] as const;

let journey: Journey;
let riskManager: Client;
let supporter: Client;
let fall: ReceiptAnswer;
let involved: string;
let support: Support;

const identify = (persona: string, more: object = {}) =>
  riskManager.done(`/v1/safety-events/${fall.id}/involved-staff`, {
    staff: journey.persona(persona).person,
    involvement: 'cared_for_patient',
    ...more,
  });
const listed = async (query = ''): Promise<readonly Support[]> => {
  const answer = await supporter.get(`/v1/caregiver-support${query}`);
  expect(answer.status).toBe(200);
  return answer.json<{ items: Support[] }>().items;
};
const supportOf = (staff: string): Promise<Support> =>
  eventually(async () => {
    const found = (await listed()).find((one) => one.staff === staff);
    expect(found?.dueAt).toBeDefined();
    return found as Support;
  });
const onSupport = (step: string, body: object = {}) =>
  supporter.done(`/v1/caregiver-support/${support.id}/${step}`, body);
const deadlines = async (by: Client): Promise<readonly Deadline[]> =>
  (await by.get('/v1/deadlines?standing=all')).json<{ items: Deadline[] }>().items;
const stream = () => `caregiver-support-${support.id}`;

beforeAll(async () => {
  journey = await Journey.begin();
  riskManager = await journey.as('risk-manager');
  supporter = await journey.as('peer-supporter');
  involved = journey.persona('review-member').person;
  const nurse = await journey.as('reporter');
  fall = await nurse.done(
    '/v1/safety-events',
    aFall(journey.persona('reporter').facility, { eventAt: { value: hoursAgo(40), precision: 'minute' } }),
  );
  await identify('review-member');
});
afterAll(() => journey?.end());

describe('somebody who was involved', () => {
  it('is owed an offer of support: the peer supporter is told, and sees who it is', async () => {
    support = await supportOf(involved);
    expect(support).toMatchObject({ status: 'owed', relation: 'employed', offers: 0, late: false });
    await eventually(async () => {
      const inbox = (await supporter.get('/v1/inbox')).json<{ items: { code: string; about: string }[] }>().items;
      expect(inbox).toContainEqual(expect.objectContaining({ code: 'caregiver-support-owed', about: stream() }));
    });
    const clocks = await deadlines(supporter);
    expect(clocks).toEqual([expect.objectContaining({ kind: 'DL-05', stream: stream(), state: 'running' })]);
  });

  it('is offered it in time, takes it up, and meets somebody', async () => {
    await onSupport('offer', { tier: 'trained_peer' });
    await eventually(async () =>
      expect(await deadlines(supporter)).toEqual([expect.objectContaining({ state: 'met' })]),
    );
    await onSupport('acceptance');
    const { position } = await onSupport('contacts');
    const read = await supporter.get(`/v1/caregiver-support/${support.id}?after=${position}`);
    expect(read.json()).toMatchObject({ staff: involved, status: 'accepted', tier: 'trained_peer', contacts: 1 });
    expect(read.json()).toMatchObject({ supporter: journey.persona('peer-supporter').person });
    const lower = await supporter.post(`/v1/caregiver-support/${support.id}/offer`, { tier: 'local_unit' });
    expect([lower.status, lower.json().type]).toEqual([409, '/problems/caregiver-support/lower-tier']);
  });

  it('is waited for no longer than a day, unless they are of another facility', async () => {
    const late = { occurredAt: hoursAgo(30), reasonCode: 'paper-report' };
    await identify('claims', late);
    await identify('executive', { ...late, relation: 'not_of_this_facility' });
    const claims = journey.persona('claims').person;
    await eventually(async () => expect((await listed('?late=true')).map(({ staff }) => staff)).toEqual([claims]));
    await eventually(async () => {
      const outside = (await listed()).find(({ staff }) => staff === journey.persona('executive').person);
      expect(outside).toMatchObject({ status: 'owed', late: false });
      expect(outside).not.toHaveProperty('dueAt');
    });
  });
});

describe('everybody else', () => {
  it.each(OTHERS)('is refused: %s', async (persona) => {
    const client = await journey.as(persona);
    const path = `/v1/caregiver-support/${support.id}`;
    const answers = [
      await client.get('/v1/caregiver-support'),
      await client.get(path),
      await client.post(`${path}/offer`, { tier: 'trained_peer' }),
      await client.post(`${path}/acceptance`, {}),
      await client.post(`${path}/refusal`, {}),
      await client.post(`${path}/contacts`, {}),
      await client.post(`${path}/ending`, { reason: 'finished' }),
    ];
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 403));
    for (const { text } of answers) expect(text).not.toContain(involved);
  });

  it('is not even told that there is such a thing, in another organization', async () => {
    const stranger = await journey.as('lakeside-risk-manager');
    expect((await stranger.get(`/v1/caregiver-support/${support.id}`)).status).toBe(403);
    expect((await supporter.get(`/v1/caregiver-support/${fall.id}`)).status).toBe(404);
  });

  it('finds nothing of it in what is due, and changes nothing of it', async () => {
    const [clock] = await deadlines(supporter);
    const seen = await deadlines(riskManager);
    expect(seen.length).toBeGreaterThan(0);
    expect(seen.filter(({ kind }) => kind === 'DL-05')).toEqual([]);
    const asked = await riskManager.get('/v1/deadlines?standing=all&category=caregiver-support');
    expect(asked.json<{ items: Deadline[] }>().items).toEqual([]);
    const waived = await riskManager.post(`/v1/deadlines/${clock?.id}/waiver`, { reason: 'not_applicable' });
    expect(waived.status).toBe(404);
    expect((await supporter.get('/v1/deadlines?category=safety-event&standing=all')).json()).toEqual({ items: [] });
  });

  it('finds nothing of it in records, lists, inboxes and measures', async () => {
    await journey.readersAtHead();
    const paths = [
      `/v1/safety-events/${fall.id}`,
      '/v1/safety-events',
      `/v1/safety-events/${fall.id}/readers`,
      '/v1/resolution-cases',
      '/v1/inbox',
      '/v1/effects',
      '/v1/measures/CRP-01',
    ];
    for (const persona of ['risk-manager', 'analyst', 'auditor', 'org-admin']) {
      const client = await journey.as(persona);
      for (const path of paths) {
        const { text } = await client.get(path);
        expect(text).not.toContain(support.id);
        expect(text.toLowerCase()).not.toContain('caregiver');
      }
    }
  });

  it('hears how support was taken up only of quarters that are over', async () => {
    const year = new Date().getUTCFullYear();
    const [running, over] = [`${year + 1}-Q1`, `${year - 1}-Q1`].map(
      (quarter) => `/v1/caregiver-support/uptake?quarter=${quarter}`,
    ) as [string, string];
    for (const persona of ['risk-manager', 'executive', 'analyst']) {
      const client = await journey.as(persona);
      expect((await client.get(running)).status).toBe(409);
      expect((await client.get(over)).json()).toEqual({ quarter: `${year - 1}-Q1` });
      expect((await client.get('/v1/caregiver-support/uptake?quarter=2026-03')).status).toBe(400);
    }
    expect((await supporter.get(over)).status).toBe(403);
  });

  it('looks at the stream on the command line in vain, and traces nothing to it', async () => {
    const looked = await journey.cli('stream', stream(), '--by', 'risk-manager', '--json');
    expect(looked.code).not.toBe(0);
    expect(looked.stdout).not.toContain('Caregiver');
    const own = await journey.cli('stream', stream(), '--by', 'peer-supporter', '--json');
    expect([own.code, own.stdout.includes('Caregiver')]).toEqual([2, false]);
    expect(own.stderr).toContain('what is their own only');
  });
});

describe('what is stored', () => {
  /** Where something stands. */
  const placesOf = (kept: readonly Kept[], word: string) =>
    [...new Set(kept.filter(({ text }) => text.includes(word)).map(({ place }) => place))].sort();

  it('has the support in its own view and stream, and in no record and no case', async () => {
    const kept = await everythingInPostgres(journey.database.url);
    const places = placesOf(kept, support.id);
    expect(places).toContain('views.caregiver_support_v2');
    expect(places.filter((place) => place.startsWith('views.'))).toEqual([
      'views.caregiver_support_v2',
      'views.due_list_v1',
      'views.measure_subjects_v4', // its times, by its id: what CRP-10 counts
    ]);
    // nowhere do the two stand together: who it is, and which support
    expect(kept.filter(({ text }) => text.includes(support.id) && text.includes(involved))).toEqual([]);
  });

  it('has the hash of the person in one event and nowhere else, and nothing that links it to the identification', async () => {
    const kept = await everythingInPostgres(journey.database.url);
    const [owed] = await journey.database.owner.across((tx) =>
      tx.query<{ hash: string; correlation: string; cause: string | null }>(
        `select data->>'staffHash' as hash, correlation_id as correlation, causation_id as cause
         from ledger.events where stream = $1 and type = 'CaregiverSupportOwed'`,
        [stream()],
      ),
    );
    expect(owed).toMatchObject({ hash: expect.stringMatching(/^[0-9a-f]{64}$/), cause: null });
    expect(placesOf(kept, owed?.hash ?? '')).toEqual(['ledger.events']);
    const linked = kept.filter(
      ({ place, text }) =>
        place === 'ledger.events' && text.includes(owed?.correlation ?? '') && text.includes(involved),
    );
    expect(linked).toEqual([]);
  });

  it('has told nobody outside of it', async () => {
    const kept = await everythingInRedis(journey.database.redisUrl);
    expect(kept.some(({ text }) => text.includes(fall.id))).toBe(true);
    expect(kept.filter(({ text }) => text.includes(support.id) || text.includes('caregiver-support/'))).toEqual([]);
  });
});
