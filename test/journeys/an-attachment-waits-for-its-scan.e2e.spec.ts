import { createHash, randomUUID } from 'node:crypto';
import { aJpeg, aPdf, FakeClamd, SICK } from '#kernel/attachments/testing';
import type { Client } from '../support/client.js';
import { eventually } from '../support/eventually.js';
import { everythingInPostgres, everythingInRedis } from '../support/everything-stored.js';
import { Journey } from '../support/journey.js';
import { aFall } from '../support/reports.js';

interface Item {
  readonly id: string;
  readonly name: string;
  readonly state: string;
  readonly from: string;
  readonly by?: string;
}
interface PartAnswer {
  readonly id: string;
  readonly part: string;
}

const FILE = { 'content-type': 'application/octet-stream' };
const PLANTED = 'Marguerite Lindqvist';

describe('a file is attached to a safety event', () => {
  let clamd: FakeClamd;
  let journey: Journey;
  let reporter: Client;
  let manager: Client;
  beforeAll(async () => {
    clamd = await FakeClamd.listen();
    const { host, port } = clamd.address;
    journey = await Journey.begin({ telling: { worker: () => ({ CLAMAV_HOST: `${host}:${port}` }) } });
    [reporter, manager] = [await journey.as('reporter'), await journey.as('risk-manager')];
  });
  afterAll(async () => {
    await journey?.end();
    await clamd.close();
  });

  const report = async (body: Readonly<Record<string, unknown>> = {}) =>
    (await reporter.done('/v1/safety-events', aFall(journey.persona('reporter').facility, body))).id;
  const attach = (client: Client, id: string, bytes: Buffer, name: string, headers: Record<string, string> = {}) =>
    client.post(`/v1/safety-events/${id}/attachments`, Uint8Array.from(bytes), {
      ...FILE,
      'x-filename': encodeURIComponent(name),
      ...headers,
    });
  const list = async (client: Client, id: string) =>
    (await client.get(`/v1/safety-events/${id}/attachments`)).json<{ items: Item[] }>().items;
  const path = ({ id, part }: PartAnswer) => `/v1/safety-events/${id}/attachments/${part}`;
  const untilState = (id: string, state: string) =>
    eventually(async () => {
      const states = (await list(manager, id)).map((item) => item.state);
      if (states.some((one) => one !== state)) throw new Error(`${states}\n${journey.forthright.worker.output}`);
    });

  it('and nobody opens it before it was scanned; then it is saved byte for byte, never shown', async () => {
    clamd.mood = 'failing';
    const id = await report();
    const photo = aJpeg(`of ${PLANTED}`);
    const answer = await attach(reporter, id, photo, `${PLANTED} bed 12.jpg`);
    expect(answer.status).toBe(201);
    const added = answer.json<PartAnswer>();
    expect(answer.headers.get('location')).toBe(path(added));
    expect(await list(reporter, id)).toEqual([
      expect.objectContaining({
        id: added.part,
        name: `${PLANTED} bed 12.jpg`,
        state: 'quarantined',
        from: 'reporter',
        by: journey.persona('reporter').person,
        sha256: createHash('sha256').update(photo).digest('hex'),
      }),
    ]);
    const early = await manager.get(path(added));
    expect(early.status).toBe(409);
    expect(early.json()).toMatchObject({ type: '/problems/attachment/quarantined' });

    clamd.mood = 'well';
    await untilState(id, 'clean');
    const raw = await fetch(manager.url + path(added), { headers: { authorization: `Bearer ${manager.token}` } });
    expect(Buffer.from(await raw.arrayBuffer()).equals(photo)).toBe(true);
    expect(raw.headers.get('content-type')).toBe('application/octet-stream');
    expect(raw.headers.get('content-disposition')).toMatch(
      /^attachment; filename="attachment-.+\.jpg"; filename\*=UTF-8''Marguerite/,
    );
    expect(raw.headers.get('content-security-policy')).toContain('sandbox');
    expect(raw.headers.get('x-attachment-scan')).toBe('clean');
    expect((await reporter.get(path(added))).status).toBe(403);
    expect((await list(manager, id))[0]).not.toHaveProperty('by');
  });

  it('and what is infected is handed to nobody, and can be taken away', async () => {
    const id = await report();
    const added = (await attach(manager, id, aPdf(SICK), 'letter.pdf')).json<PartAnswer>();
    await untilState(id, 'infected');
    const answer = await manager.get(path(added));
    expect(answer.json()).toMatchObject({ status: 409, type: '/problems/attachment/infected' });
    await manager.done(`${path(added)}/removal`, { reason: 'infected' });
    expect(await list(manager, id)).toEqual([]);
    expect((await manager.get(path(added))).status).toBe(404);
  });

  it('and is refused where it is another thing than it says, or nothing that we take', async () => {
    const id = await report();
    const refused = async (bytes: Buffer, name: string) => (await attach(reporter, id, bytes, name)).json().type;
    expect(await refused(Buffer.from('<html><script>'), 'a.txt')).toBe('/problems/attachment/active-content');
    expect(await refused(aPdf(), 'photo.jpg')).toBe('/problems/attachment/name-does-not-fit');
    expect(await list(reporter, id)).toEqual([]);
  });

  it('and one request that is sent twice attaches it once', async () => {
    const id = await report();
    const headers = { 'idempotency-key': randomUUID() };
    const first = await attach(reporter, id, aPdf('one'), 'a.pdf', headers);
    const again = await attach(reporter, id, aPdf('one'), 'a.pdf', headers);
    expect([again.status, again.json()]).toEqual([201, first.json()]);
    expect((await attach(reporter, id, aPdf('two'), 'a.pdf', headers)).status).toBe(422);
    expect(await list(reporter, id)).toHaveLength(1);
  });

  it('and another person, another organization and a safety event that is not there look the same', async () => {
    const id = (await manager.done('/v1/safety-events', aFall(journey.persona('reporter').facility))).id;
    const stranger = await journey.as('lakeside-risk-manager');
    for (const answer of [
      await attach(reporter, id, aPdf(), 'a.pdf'),
      await attach(stranger, id, aPdf(), 'a.pdf'),
      await attach(manager, randomUUID(), aPdf(), 'a.pdf'),
      await reporter.get(`/v1/safety-events/${id}/attachments`),
      await stranger.get(`/v1/safety-events/${id}/attachments`),
    ])
      expect([answer.status, answer.json().type]).toEqual([404, '/problems/not-found']);
    expect((await attach(await journey.as('auditor'), id, aPdf(), 'a.pdf')).status).toBe(403);
  });

  it('and a retry of a command against the record is not stale for a file that came', async () => {
    const id = await report();
    await attach(reporter, id, aPdf(), 'a.pdf');
    const answer = await manager.post(`/v1/safety-events/${id}/identification`, {}, { 'if-match': '"1"' });
    expect(answer.status).toBe(200);
  });

  it('and what came with a concern is attached by who entered it, and opened by who has it', async () => {
    const entered = await reporter.done('/v1/concerns', {
      channel: 'letter',
      facilityId: journey.persona('reporter').facility,
      language: 'en',
      submitterRole: 'family',
      aboutSelf: false,
      anonymous: false,
      submitterName: PLANTED,
      narrative: 'The letter is attached.',
      category: 'communication',
      stillAtRisk: false,
      mayContact: true,
      mayShareIdentity: false,
      maySurvey: false,
    });
    const files = `/v1/concerns/${entered.id}/attachments`;
    const bring = (client: Client, bytes: Buffer) =>
      client.post(files, Uint8Array.from(bytes), { ...FILE, 'x-filename': encodeURIComponent(`${PLANTED}.pdf`) });
    const added = (await bring(reporter, aPdf('the letter'))).json<PartAnswer>();
    const liaison = await journey.as('liaison');
    const stranger = await journey.as('lakeside-risk-manager');
    for (const client of [liaison, stranger])
      for (const answer of [
        await bring(client, aPdf('of another')),
        await client.get(files),
        await client.get(`${files}/${added.part}`),
      ])
        expect(answer.status).toBe(404);
    expect((await reporter.get(files)).status).toBe(403);
    const listed = async () => (await manager.get(files)).json<{ items: Item[] }>().items;
    await eventually(async () => expect(await listed()).toMatchObject([{ from: 'staff', state: 'clean' }]));
    await manager.done(`/v1/concerns/${entered.id}/triage`, {
      severity: 'moderate',
      owner: journey.persona('liaison').person,
    });
    expect((await liaison.get(`${files}/${added.part}`)).status).toBe(200);
    expect((await liaison.post(`${files}/${added.part}/removal`, { reason: 'wrong-record' })).status).toBe(403);
    await manager.done(`${files}/${added.part}/removal`, { reason: 'wrong-record' });
    expect(await listed()).toEqual([]);
  });

  it('and half-written reports wait for their writer alone, until they are reported', async () => {
    const id = randomUUID();
    const drafts = '/v1/safety-event-drafts';
    const put = async (client: Client, body: object) => {
      const headers = { authorization: `Bearer ${client.token}`, 'content-type': 'application/json' };
      return fetch(`${client.url}${drafts}/${id}`, { method: 'PUT', headers, body: JSON.stringify(body) });
    };
    expect((await put(reporter, { report: { narrative: `${PLANTED} slip` } })).status).toBe(200);
    expect((await put(reporter, { report: { narrative: `${PLANTED} slipped`, category: 'fall' } })).status).toBe(200);
    expect((await put(reporter, { reports: {} })).status).toBe(400);
    expect((await put(await journey.as('auditor'), {})).status).toBe(403);
    expect((await reporter.get(drafts)).json()).toEqual({
      items: [{ id, savedAt: expect.any(String) as string, beginning: `${PLANTED} slipped` }],
    });
    expect((await reporter.get(`${drafts}/${id}`)).json()).toMatchObject({ report: { category: 'fall' } });
    expect((await manager.get(`${drafts}/${id}`)).status).toBe(404);
    expect((await manager.get(drafts)).json()).toEqual({ items: [] });
    await report({ draftId: id });
    expect((await reporter.get(`${drafts}/${id}`)).status).toBe(404);
    expect((await reporter.get(drafts)).json()).toEqual({ items: [] });
  });

  it('and no word of all that stands anywhere in clear', async () => {
    const { url, redisUrl } = journey.database;
    const stored = [...(await everythingInPostgres(url)), ...(await everythingInRedis(redisUrl))];
    const bytes = Buffer.from(PLANTED).toString('hex');
    expect(
      stored.filter(({ text }) => text.includes(PLANTED) || text.includes(bytes)).map(({ place }) => place),
    ).toEqual([]);
    expect(journey.forthright.worker.output + journey.forthright.api.output).not.toContain(PLANTED);
  });
});
