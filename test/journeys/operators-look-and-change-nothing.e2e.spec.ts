import type { Answer } from '../support/client.js';
import { eventually } from '../support/eventually.js';
import { Journey } from '../support/journey.js';
import { aFall } from '../support/reports.js';

const QUEUES = '/operations/queues';
const LIST = `${QUEUES}/api/queues?activeQueue=outbound&status=latest&page=1&jobsPerPage=100`;
const BROWSER = { accept: 'text/html,application/xhtml+xml' };
const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/;

let journey: Journey;
let url: string;

beforeAll(async () => {
  journey = await Journey.begin();
  ({ url } = journey.forthright);
  const nurse = await journey.as('reporter');
  await nurse.done('/v1/safety-events', aFall(String(journey.persona('reporter').facility)));
  await journey.readersAtHead();
});
afterAll(() => journey?.end());

const plain = (path: string, init: RequestInit = {}) => fetch(`${url}${path}`, { redirect: 'manual', ...init });

const signIn = (token: string, headers = {}) =>
  plain('/operations/sign-in', { method: 'POST', body: new URLSearchParams({ token }), headers });

const tokenOf = async (name: string) => (await journey.as(name)).token;

const cookieOf = (response: Response): string => response.headers.get('set-cookie')?.split(';')[0] ?? '';

const problemOf = (answer: Answer) => ({ status: answer.status, type: answer.json().type });

describe('by a bearer token', () => {
  it.each(['operator', 'org-admin', 'auditor'])('the %s sees the queues', async (name) => {
    const someone = await journey.as(name);
    expect((await someone.get(QUEUES)).text).toContain('Forthright queues');
    const { queues } = (await someone.get(LIST)).json<{ queues: { name: string; readOnlyMode: boolean }[] }>();
    expect(queues.map(({ name: queue, readOnlyMode }) => [queue, readOnlyMode])).toEqual(
      expect.arrayContaining([
        ['readers', true],
        ['outbound', true],
      ]),
    );
  });

  it.each(['reporter', 'risk-manager', 'analyst'])('the %s is refused', async (name) => {
    const someone = await journey.as(name);
    for (const path of [QUEUES, LIST, `${QUEUES}/static/favicon-32x32.png`])
      expect(problemOf(await someone.get(path))).toEqual({ status: 403, type: '/problems/access/not-allowed' });
  });

  it('whoever says nothing is refused, and sent to the form where a browser asks', async () => {
    for (const path of [QUEUES, LIST, `${QUEUES}/static/favicon-32x32.png`])
      expect((await plain(path)).status).toBe(401);
    const sent = await plain(QUEUES, { headers: BROWSER });
    expect([sent.status, sent.headers.get('location')]).toEqual([303, '/operations/sign-in']);
  });
});

it('jobs are seen by their positions and the events’ own ids: of nobody’s organization, record or person', async () => {
  const operator = await journey.as('operator');
  await eventually(async () => {
    const { text } = await operator.get(LIST);
    const { queues } = JSON.parse(text) as { queues: { name: string; jobs: { id: string; data: object }[] }[] };
    const jobs = queues.find(({ name }) => name === 'outbound')?.jobs ?? [];
    expect(jobs.length).toBeGreaterThan(1);
    for (const { data } of jobs) expect(Object.keys(data).sort()).toEqual(['ledger', 'position']);
    const said = (answer: string) => jobs.reduce((rest, { id }) => rest.replaceAll(id, ''), answer);
    expect(said(text)).not.toMatch(ID);
    const one = await operator.get(`${QUEUES}/api/queues/outbound/${jobs[0]?.id}`);
    expect(one.status).toBe(200);
    expect(said(one.text)).not.toMatch(ID);
  });
});

it.each([
  ['PUT', `${QUEUES}/api/queues/pause`],
  ['PUT', `${QUEUES}/api/queues/readers/pause`],
  ['PUT', `${QUEUES}/api/queues/outbound/empty`],
  ['PUT', `${QUEUES}/api/queues/outbound/obliterate`],
  ['PUT', `${QUEUES}/api/queues/outbound/retry/failed`],
  ['PUT', `${QUEUES}/api/queues/outbound/l1-1/clean`],
  ['POST', `${QUEUES}/api/queues/readers/add`],
  ['POST', QUEUES],
])('nothing is changed by %s %s', async (method, path) => {
  const headers = { authorization: `Bearer ${await tokenOf('operator')}`, 'content-type': 'application/json' };
  const before = await (await journey.as('operator')).get(LIST);
  const body = JSON.stringify({ name: 'catch-up', data: {}, options: {} });
  const response = await plain(path, { method, headers, body });
  expect([404, 405]).toContain(response.status);
  if (response.status === 405) expect(response.headers.get('allow')).toBe('GET, HEAD');
  expect((await plain(path, { method })).status).toBeGreaterThanOrEqual(401);
  expect((await (await journey.as('operator')).get(LIST)).text).toBe(before.text);
});

describe('by the form', () => {
  it('there is a page without script, which sends what is typed to nobody else', async () => {
    const page = await plain('/operations/sign-in', { headers: BROWSER });
    const text = await page.text();
    expect(page.headers.get('content-security-policy')).toContain("form-action 'self'");
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(text).toContain('<form method="post" action="/operations/sign-in">');
    expect(text).not.toContain('<script');
  });

  it('a token is changed for a cookie that scripts and other sites cannot use, and that lasts half an hour', async () => {
    const signedIn = await signIn(await tokenOf('operator'));
    expect([signedIn.status, signedIn.headers.get('location')]).toEqual([303, QUEUES]);
    const cookie = signedIn.headers.get('set-cookie') ?? '';
    for (const part of ['HttpOnly', 'SameSite=Strict', 'Path=/operations']) expect(cookie).toContain(part);
    const [, seconds] = /Max-Age=(\d+)/.exec(cookie) ?? [];
    expect(Number(seconds)).toBeGreaterThan(0);
    expect(Number(seconds)).toBeLessThanOrEqual(1800);
    expect(cookie).not.toContain((await tokenOf('operator')).slice(0, 20));
    const headers = { cookie: cookieOf(signedIn), ...BROWSER };
    expect((await plain(QUEUES, { headers })).status).toBe(200);
    expect((await plain(LIST, { headers })).status).toBe(200);
    expect(await (await plain('/operations/sign-in', { headers })).text()).toContain('Sign out');
    const put = await plain(`${QUEUES}/api/queues/readers/pause`, { method: 'PUT', headers });
    expect(put.status).toBe(405);
    expect((await plain('/v1/safety-events', { headers })).status).toBe(401);
  });

  it('a cookie that was changed is none', async () => {
    const cookie = cookieOf(await signIn(await tokenOf('operator')));
    const { org, person } = journey.persona('auditor');
    const [name, value = ''] = cookie.split('=');
    const [expires, ...rest] = decodeURIComponent(value).split('.');
    const signature = rest.at(-1);
    const forged = [
      `${name}=${Number(expires) + 1}.${rest.join('.')}`,
      `${name}=${expires}.${org}.${person}.${signature}`,
      `${name}=${expires}.${org}.${person}`,
      `${name}=`,
    ];
    for (const one of forged) expect((await plain(LIST, { headers: { cookie: one } })).status).toBe(401);
  });

  it('what is no token, or nobody’s who may look, opens nothing', async () => {
    for (const [token, status] of [
      ['', 401],
      ['not a token', 401],
      ['not.a.token', 401],
      [await tokenOf('reporter'), 403],
    ] as const) {
      const response = await signIn(token);
      expect([response.status, response.headers.get('set-cookie')]).toEqual([status, null]);
      expect(await response.text()).toContain('role="alert"');
    }
    const elsewhere = await signIn(await tokenOf('operator'), { 'sec-fetch-site': 'cross-site' });
    expect([elsewhere.status, elsewhere.headers.get('set-cookie')]).toEqual([403, null]);
  });

  it('whoever signs out is out, in that browser', async () => {
    const out = await plain('/operations/sign-out', { method: 'POST' });
    expect([out.status, out.headers.get('location')]).toEqual([303, '/operations/sign-in']);
    expect(out.headers.get('set-cookie')).toMatch(/forthright_operations=;.*(Expires=Thu, 01 Jan 1970|Max-Age=0)/);
  });
});
