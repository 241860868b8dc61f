import type { Client } from '../support/client.js';
import { eventually } from '../support/eventually.js';
import { Journey } from '../support/journey.js';
import { type Listening, listenTo } from '../support/listening.js';
import { aFall, aRating } from '../support/reports.js';

let journey: Journey;
let manager: Client;
const connections: Listening[] = [];

const listen = async (client: Client, last?: string): Promise<Listening> => {
  const listening = await listenTo(client.url, client.token, last);
  connections.push(listening);
  await listening.heard(({ event }) => event === 'ready' || event === 'missed');
  return listening;
};
const reportAFall = () => manager.done('/v1/safety-events', aFall(journey.persona('risk-manager').facility));
const about = (id: string) => (said: { data: { subject?: string } }) => said.data.subject === `safety-event/${id}`;
/** What was told, without what clocks did. */
const types = ({ said }: Listening) =>
  said.map(({ data }) => data.type).filter((type) => type !== undefined && !type.includes('.deadline-'));

beforeAll(async () => {
  journey = await Journey.begin();
  manager = await journey.as('risk-manager');
});
afterEach(() => {
  for (const one of connections.splice(0)) one.close();
});
afterAll(() => journey?.end());

describe('the live feed', () => {
  it('tells those who may read all reports what happened to one, and nothing of what it says', async () => {
    const listening = await listen(manager);
    const { id } = await reportAFall();
    const { position } = await manager.done(`/v1/safety-events/${id}/triage`, aRating(), { 'if-match': '"1"' });
    await listening.heard(({ data }) => data.position === String(position));
    expect(types(listening)).toEqual([
      'org.forthright.safety-event.safety-event-reported.v2',
      'org.forthright.safety-event.safety-event-triaged.v1',
    ]);
    expect(JSON.stringify(listening.said)).not.toMatch(/narrative|sealed|k1\./);
  });

  it('tells an auditor that it changed; a reporter, and another organization, nothing', async () => {
    const [auditor, reporter, stranger] = [
      await listen(await journey.as('auditor')),
      await listen(await journey.as('reporter')),
      await listen(await journey.as('lakeside-risk-manager')),
    ];
    const { id } = await reportAFall();
    const lakes = await (await journey.as('lakeside-reporter')).done(
      '/v1/safety-events',
      aFall(journey.persona('lakeside-reporter').facility),
    );
    await stranger.heard(about(lakes.id));
    await auditor.heard(about(id));
    expect([...new Set(types(auditor))]).toEqual(['org.forthright.safety-event.changed.v1']);
    expect(types(reporter)).toEqual([]);
    expect(types(stranger)).toEqual(['org.forthright.safety-event.safety-event-reported.v2']);
  });

  it('tells who comes back what they missed, and says so where it cannot', async () => {
    const first = await listen(manager);
    const one = await reportAFall();
    const { id: last } = await first.heard(about(one.id));
    first.close();
    const [two, three] = [await reportAFall(), await reportAFall()];
    const other = await listen(manager);
    await reportAFall().then(({ id }) => other.heard(about(id)));

    const back = await listen(manager, last);
    const missed = back.said.map(({ data }) => data.subject).filter((subject) => subject !== `safety-event/${one.id}`);
    expect([...new Set(missed)].slice(0, 2)).toEqual([`safety-event/${two.id}`, `safety-event/${three.id}`]);
    const stranger = await listen(manager, '1-999999');
    expect(stranger.said[0]?.event).toBe('missed'); // a clock may ring behind it
  });

  it('is for those who are signed in', async () => {
    const { status } = await listenTo(manager.url, 'no-token');
    expect(status).toBe(401);
  });

  it('keeps no connection from an api that is asked to leave', async () => {
    const listening = await listen(manager);
    expect(await journey.forthright.api.end('SIGTERM')).toBe(0);
    await eventually(() => expect(listening.ended()).toBe(true));
    journey.forthright.api.start();
    await journey.forthright.ready();
  });
});
