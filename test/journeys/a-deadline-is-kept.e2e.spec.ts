import type { Answer, Client, ReceiptAnswer } from '../support/client.js';
import { eventually } from '../support/eventually.js';
import { Journey } from '../support/journey.js';
import { aFall, aRating } from '../support/reports.js';

interface Line {
  readonly id: string;
  readonly stream: string;
  readonly kind: string;
  readonly state: string;
  readonly late: boolean;
  readonly owner?: string;
  readonly dueAt: string;
  readonly limitAt: string;
}

let journey: Journey;
let riskManager: Client;
let nurse: Client;
let fall: ReceiptAnswer;
let feedback: Line;

const onFall = (step: string, body: object = {}) => riskManager.done(`/v1/safety-events/${fall.id}/${step}`, body);
const dueList = async (query = '', by: Client = riskManager): Promise<readonly Line[]> => {
  const answer = await by.get(`/v1/deadlines${query}`);
  expect(answer.status).toBe(200);
  return answer.json<{ items: Line[] }>().items;
};
/** The deadline of a kind on a record, once it has come to this state. */
const deadlineOf = (kind: string, stream: string, state: string): Promise<Line> =>
  eventually(async () => {
    const found = (await dueList(`?standing=all&kind=${kind}`)).find((line) => line.stream === stream);
    expect(found).toMatchObject({ state });
    return found as Line;
  });
const change = (line: Line, what: string, body: object = {}, by: Client = riskManager): Promise<Answer> =>
  by.post(`/v1/deadlines/${line.id}/${what}`, body);
const refusalOf = (answer: Answer) => [answer.status, answer.json().type];
const done = (answer: Answer) => expect(answer.status).toBe(200);

beforeAll(async () => {
  journey = await Journey.begin();
  riskManager = await journey.as('risk-manager');
  nurse = await journey.as('reporter');
  fall = await nurse.done('/v1/safety-events', aFall(journey.persona('reporter').facility));
});
afterAll(() => journey?.end());

describe('a clock of a safety event', () => {
  it('starts by itself, and is on the due list of those who may see it', async () => {
    feedback = await deadlineOf('FB-01', fall.stream, 'running');
    expect(feedback).toMatchObject({ late: false, stream: fall.stream, limitAt: feedback.dueAt });
    expect(await dueList('?category=safety-event')).toEqual([feedback]);
    expect(await dueList('?late=true')).toEqual([]);
    expect((await nurse.get('/v1/deadlines')).status).toBe(403);
    expect(await dueList('', await journey.as('lakeside-risk-manager'))).toEqual([]);
    expect(await dueList('', await journey.as('liaison'))).toEqual([]);
  });

  it('makes nobody’s view of the record stale', async () => {
    const triaged = await riskManager.post(`/v1/safety-events/${fall.id}/triage`, aRating(), {
      'if-match': `"${fall.revision}"`,
    });
    done(triaged);
  });

  it('is met when both groups of leaders were told', async () => {
    await onFall('confirmation', { lists: ['nqf'] });
    const notice = await deadlineOf('DL-08', fall.stream, 'running');
    await onFall('leadership-notices', { group: 'c_suite', channel: 'meeting', persons: ['Chief executive'] });
    await onFall('leadership-notices', { group: 'board', channel: 'meeting', persons: ['Chair of the board'] });
    expect(await deadlineOf('DL-08', fall.stream, 'met')).toMatchObject({ id: notice.id });
    expect((await dueList()).map(({ kind }) => kind)).toEqual(['FB-01']);
  });

  it('is claimed once, extended, and waived with a reason', async () => {
    const { person } = journey.persona('risk-manager');
    done(await change(feedback, 'claim'));
    await eventually(async () => expect((await dueList('?mine=true')).map(({ id }) => id)).toEqual([feedback.id]));
    done(await change(feedback, 'extension', { units: 5, reason: 'complexity', explanation: 'Asked for Ana Ruiz.' }));
    await eventually(async () => {
      const [line] = await dueList(`?owner=${person}`);
      expect(line).toMatchObject({ limitAt: feedback.limitAt });
      expect(line!.dueAt > feedback.dueAt).toBe(true);
    });
    const colleague = journey.persona('liaison').person;
    done(await change(feedback, 'assignment', { owner: colleague }));
    await eventually(async () =>
      expect(await dueList('', await journey.as('liaison'))).toEqual([
        expect.objectContaining({ id: feedback.id, owner: colleague }),
      ]),
    );
    expect(refusalOf(await change(feedback, 'claim'))).toEqual([409, '/problems/deadline/owned']);
    done(await change(feedback, 'waiver', { reason: 'done_elsewhere' }));
    await deadlineOf('FB-01', fall.stream, 'waived');
    expect(refusalOf(await change(feedback, 'resumption'))).toEqual([409, '/problems/deadline/over']);
  });

  it('is cancelled with its record, and never stands still unless its kind may', async () => {
    const other = await nurse.done('/v1/safety-events', aFall(journey.persona('reporter').facility));
    const line = await deadlineOf('FB-01', other.stream, 'running');
    const pause = await change(line, 'pause', { reason: 'patient_wish' });
    expect(refusalOf(pause)).toEqual([409, '/problems/deadline/never-pauses']);
    await riskManager.done(`/v1/safety-events/${other.id}/voiding`, { reason: 'test' });
    await deadlineOf('FB-01', other.stream, 'cancelled');
  });

  it('is nobody else’s: another organization, a role or an id that is none', async () => {
    const stranger = await journey.as('lakeside-risk-manager');
    expect((await change(feedback, 'claim', {}, stranger)).status).toBe(404);
    expect((await change(feedback, 'claim', {}, nurse)).status).toBe(403);
    expect((await change({ ...feedback, id: fall.id }, 'claim')).status).toBe(404);
    expect((await change(feedback, 'assignment', { owner: fall.id })).status).toBe(409);
    expect((await change(feedback, 'extension', { units: 0, reason: 'complexity' })).status).toBe(400);
  });
});

describe('definitions of an organization’s own', () => {
  const own = {
    kind: 'FB-01',
    runs: true,
    clock: 'CALENDAR_DAYS',
    amount: 3,
    pausableFor: [],
    extensions: 1,
    tells: 'risk-manager',
    basis: 'policy 7',
    status: 'policy',
  };

  it('run what starts after them, and move nothing that runs', async () => {
    const before = await nurse.done('/v1/safety-events', aFall(journey.persona('reporter').facility));
    const running = await deadlineOf('FB-01', before.stream, 'running');
    const admin = await journey.as('org-admin');
    const { position } = await admin.done('/v1/clock-definitions', own);
    expect((await riskManager.post('/v1/clock-definitions', own)).status).toBe(403);
    const unknown = await admin.post('/v1/clock-definitions', { ...own, kind: 'DL-99' });
    expect(refusalOf(unknown)).toEqual([409, '/problems/clock-policy/unknown-kind']);
    const shown = (await riskManager.get(`/v1/clock-definitions?after=${position}`)).json<{
      items: { kind: string; version: number; status: string }[];
    }>().items;
    expect(shown.find(({ kind }) => kind === 'FB-01')).toMatchObject({ version: 2, amount: 3 });
    expect(shown.find(({ kind }) => kind === 'DL-04')).toMatchObject({ version: 1, status: 'unverified' });
    await eventually(async () => {
      const { stream } = await nurse.done('/v1/safety-events', aFall(journey.persona('reporter').facility));
      const line = await deadlineOf('FB-01', stream, 'running');
      expect(line.dueAt < running.dueAt).toBe(true); // a definition is believed for some seconds
    });
    expect(await deadlineOf('FB-01', before.stream, 'running')).toEqual(running);
  });

  it('name the law that the organization goes by', async () => {
    const admin = await journey.as('org-admin');
    const { position } = await admin.done('/v1/policy-packs', { jurisdiction: 'us-co' });
    expect(refusalOf(await admin.post('/v1/policy-packs', { jurisdiction: 'us-zz' }))).toEqual([
      409,
      '/problems/clock-policy/unknown-pack',
    ]);
    const packs = (await riskManager.get(`/v1/policy-packs?after=${position}`)).json<{
      items: { jurisdiction: string }[];
      adopted: object[];
    }>();
    expect(packs.adopted).toEqual([expect.objectContaining({ jurisdiction: 'us-co', packVersion: '2019-1' })]);
    expect(packs.items.map(({ jurisdiction }) => jurisdiction)).toEqual(['us', 'us-co', 'us-ia', 'us-ia', 'us-pa']);
  });
});
