import { eventually } from '../support/eventually.js';
import { everythingInPostgres, everythingInRedis } from '../support/everything-stored.js';
import { Journey } from '../support/journey.js';
import { aFall } from '../support/reports.js';

interface Item {
  readonly id: string;
  readonly code: string;
  readonly urgency: string;
  readonly about: string;
  readonly insteadOf?: string;
  readonly acknowledgedAt?: string;
}
interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

describe('severe harm is reported', () => {
  let journey: Journey;
  beforeAll(async () => {
    journey = await Journey.begin();
  });
  afterAll(() => journey?.end());

  const inboxOf = async (persona: string) =>
    (await (await journey.as(persona)).get('/v1/inbox')).json<{ items: Item[] }>().items;
  const mailbox = async () => {
    const response = await fetch(`${journey.forthright.url}/development/mailbox/entries`);
    return ((await response.json()) as { items: Mail[] }).items;
  };
  const report = async (harmReported: string) =>
    (await journey.as('reporter')).done(
      '/v1/safety-events',
      aFall(journey.persona('reporter').facility, { harmReported }),
    );
  const paged = (persona: string, about: string) =>
    eventually(async () => {
      const item = (await inboxOf(persona)).find((one) => one.about === about);
      if (!item) throw new Error(`Nothing in the inbox yet\n${journey.forthright.worker.output}`);
      return item;
    });

  it('and while nobody is on call all risk managers are paged, and told why', async () => {
    const { stream } = await report('death');
    expect(await paged('risk-manager', stream)).toMatchObject({ urgency: 'page', insteadOf: 'safety-lead' });
  });

  it('and who is on call is paged: in the inbox, by mail with no detail in it, and takes it on', async () => {
    const person = journey.persona('review-chair').person;
    const [from, until] = [-1, 8].map((hours) => new Date(Date.now() + hours * 3_600_000).toISOString());
    const assigned = await journey.cli('on-call', 'assign', person, '--from', from ?? '', '--until', until ?? '');
    expect(assigned).toMatchObject({ code: 0 });
    await journey.readersAtHead();
    const shifts = (await (await journey.as('auditor')).get('/v1/on-call')).json<{ items: object[] }>().items;
    expect(shifts).toEqual([expect.objectContaining({ person, duty: 'safety-lead' })]);

    const { stream, id } = await report('severe');
    const item = await paged('review-chair', stream);
    expect(item).toMatchObject({ code: 'severe-harm-reported', urgency: 'page' });
    const mail = await eventually(async () => {
      const found = (await mailbox()).find(({ to }) => to === 'review-chair@riverside.example');
      if (!found) throw new Error('No mail yet');
      return found;
    });
    expect(mail.text).toContain(`/v1/safety-events/${id}`);
    expect(mail.text).not.toContain('wet floor');
    const chair = await journey.as('review-chair');
    expect((await chair.post(`/v1/inbox/${item.id}/acknowledgement`, {})).status).toBe(204);
    expect((await inboxOf('review-chair'))[0]?.acknowledgedAt).toBeDefined();
    const stranger = await journey.as('lakeside-risk-manager');
    expect((await stranger.post(`/v1/inbox/${item.id}/acknowledgement`, {})).status).toBe(404);
  });

  it('and the mailbox shows it as a page', async () => {
    const response = await fetch(`${journey.forthright.url}/development/mailbox`);
    expect(response.headers.get('content-type')).toContain('text/html');
    expect(await response.text()).toContain('severe harm was reported');
  });

  it('and milder harm pages nobody', async () => {
    const { stream, position } = await report('moderate');
    await journey.readersAtHead();
    const { stream: next } = await report('severe');
    await paged('review-chair', next);
    expect(position).toBeGreaterThan(0);
    expect((await inboxOf('review-chair')).map(({ about }) => about)).not.toContain(stream);
  });

  it('and no address stands in clear but in that mailbox', async () => {
    const { url, redisUrl } = journey.database;
    const stored = [...(await everythingInPostgres(url)), ...(await everythingInRedis(redisUrl))];
    const places = stored.filter(({ text }) => text.includes('@riverside.example')).map(({ place }) => place);
    expect(places.filter((place) => !place.includes('effects.mailbox'))).toEqual([]);
    expect(journey.forthright.worker.output + journey.forthright.api.output).not.toContain('@riverside.example');
  });
});
