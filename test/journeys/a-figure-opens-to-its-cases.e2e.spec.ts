import { CaseAtWork } from '../support/case-at-work.js';
import type { Answer, Client, ReceiptAnswer } from '../support/client.js';
import { Journey } from '../support/journey.js';

const MINUTE = 60_000;
const COVERAGE = '/v1/measures/CRP-01';

interface Figures {
  readonly definition: { readonly id: string };
  readonly position: number;
  readonly figures: readonly Readonly<Record<string, unknown>>[];
}

let journey: Journey;
let riskManager: Client;
let one: CaseAtWork;
let activation: ReceiptAnswer;
let period: string;

/** Before one and the same moment, however long the steps between take. */
const now = Date.now();
const minutesAgo = (minutes: number): string => new Date(now - minutes * MINUTE).toISOString();
const read = async (path: string, by = riskManager): Promise<Figures> => {
  const answer = await by.get(path);
  expect([path, answer.status, answer.status < 300 ? '' : answer.text]).toEqual([path, 200, '']);
  return answer.json<Figures>();
};
const problemOf = (answer: Answer) => [answer.status, answer.json().type];

beforeAll(async () => {
  journey = await Journey.begin();
  riskManager = await journey.as('risk-manager');
  one = await CaseAtWork.askedFor(journey, { identifiedAt: minutesAgo(50) });
  await one.onSafetyEvent('confirmation');
  const me = journey.persona('risk-manager').person;
  activation = await one.done('activation', {
    occurredAt: minutesAgo(10),
    members: [me],
    communicationLead: me,
    billable: 'yes',
  });
  period = (await read(`${COVERAGE}?after=${activation.position}`)).figures.at(-1)?.period as string;
});
afterAll(() => journey?.end());

describe('a figure', () => {
  it('comes with its definition; all of them are listed', async () => {
    const { items } = (await riskManager.get('/v1/measures')).json<{ items: { id: string; version: number }[] }>();
    expect(items.map(({ id }) => id)).toEqual([
      'CRP-01',
      'CRP-02',
      'CRP-03',
      'CRP-04',
      'CRP-05a',
      'CRP-05b',
      'CRP-06',
      'CRP-07',
      'CRP-10',
      'CRP-11',
      'RES-01',
      'RES-02',
      'RES-03',
      'RES-04',
      'RES-05',
      'RES-06',
      'PC-01',
      'PC-02',
      'GOV-01',
    ]);
    expect((await read('/v1/measures/GOV-01')).definition).toEqual(items.at(-1));
  });

  it.each([
    ['CRP-01', { numerator: 1, denominator: 1, failed: 0, rate: 1 }],
    ['CRP-02', { numerator: 0, denominator: 1, failed: 1, rate: 0, medianMinutes: 40 }],
    ['CRP-05a', { denominator: 0, notMatured: 1, provisional: true }],
    ['CRP-11', { denominator: 0, notMatured: 1 }],
    ['GOV-01', { denominator: 0, notMatured: 1 }],
  ])('%s counts the case', async (measure, counts) => {
    const { figures } = await read(`/v1/measures/${measure}`);
    const counted = figures.filter(({ denominator, notMatured }) => denominator !== 0 || notMatured !== 0);
    expect(counted).toEqual([expect.objectContaining({ people: 'patients', ...counts })]);
  });

  it('is split by facility and by harm, and is what it was at a position', async () => {
    const { facility } = journey.persona('reporter');
    const split = async (by: string) => (await read(`${COVERAGE}?from=${period}&to=${period}&by=${by}`)).figures;
    expect((await split('facility'))[1]).toMatchObject({ facilityId: facility, numerator: 1 });
    expect((await split('harm'))[1]).toMatchObject({ harmSeverity: 'severe', numerator: 1 });
    const before = await read(`${COVERAGE}?asOf=${activation.position - 1}&from=${period}&to=${period}`);
    expect(before.figures).toEqual([expect.objectContaining({ numerator: 0, denominator: 1, failed: 1 })]);
  });

  it('opens to its cases and their events, for those who read cases', async () => {
    const path = `${COVERAGE}/cases?period=${period}`;
    const { items } = (await riskManager.get(path)).json<{ items: { safetyEventId: string; positions: number[] }[] }>();
    expect(items).toEqual([expect.objectContaining({ safetyEventId: one.safetyEvent.id, status: 'met' })]);
    expect(items[0]?.positions).toContain(activation.position);
    expect((await (await journey.as('analyst')).get(path)).status).toBe(403);
  });

  it('is hidden from an analyst where it is small', async () => {
    const { figures } = await read(`${COVERAGE}?from=${period}&to=${period}`, await journey.as('analyst'));
    expect(figures).toEqual([
      {
        period,
        people: 'patients',
        excluded: 0,
        exceptions: 0,
        notMatured: 0,
        lateEntries: 0,
        reopened: 0,
        provisional: false,
        suppressed: ['rate', 'times'],
      },
    ]);
  });

  it.each([
    ['/v1/measures/CRP-99', 404, '/problems/not-found'],
    ['/v1/measures/CRP-01?from=March', 409, '/problems/measure/no-such-period'],
    ['/v1/measures/CRP-01?asOf=yesterday', 409, '/problems/measure/no-such-time'],
    ['/v1/measures/CRP-01?period=week', 400, '/problems/request/invalid'],
    ['/v1/measures/CRP-01/cases?period=2026', 409, '/problems/measure/no-such-period'],
    ['/v1/measures/CRP-01/cases', 400, '/problems/request/invalid'],
  ])('%s is refused', async (path, status, type) => {
    expect(problemOf(await riskManager.get(path))).toEqual([status, type]);
  });
});

describe('a supporting count', () => {
  const path = '/v1/measures/counts';

  it('comes with its definition, by year and by its parts, and opens to what is behind it', async () => {
    const year = period.slice(0, 4);
    const found = await riskManager.get(`${path}?count=harm-events&period=year&from=${year}&to=${year}`);
    const { definitions, counts } = found.json<{ definitions: { id: string }[]; counts: object[] }>();
    expect(definitions.map(({ id }) => id)).toEqual(['harm-events']);
    expect(counts).toContainEqual(expect.objectContaining({ by: 'severity', of: 'severe', number: 1, share: 1 }));
    const opened = await riskManager.get(`${path}/harm-events/subjects?period=${year}&by=severity&of=severe`);
    expect(opened.json()).toMatchObject({ items: [{ safetyEventId: one.safetyEvent.id, of: { severity: 'severe' } }] });
  });

  it('is hidden from an analyst where it is small, and opens for nobody but those who read cases', async () => {
    const analyst = await journey.as('analyst');
    const { counts } = (await analyst.get(`${path}?count=harm-events`)).json<{ counts: { number?: number }[] }>();
    expect(counts.filter(({ number }) => number)).toEqual([]);
    expect((await analyst.get(`${path}/harm-events/subjects?period=${period}`)).status).toBe(403);
  });

  it.each([
    [`${path}?count=harm`, 404, '/problems/not-found'],
    [`${path}?by=severity`, 400, '/problems/request/invalid'],
    [`${path}/harm-events/subjects?period=2026&by=severity`, 409, '/problems/measure/no-such-part'],
    [`${path}/harm-events/subjects?period=2026&cursor=bm9uZQ`, 400, '/problems/request/invalid'],
  ])('%s is refused', async (asked, status, type) => {
    expect(problemOf(await riskManager.get(asked))).toEqual([status, type]);
  });
});

describe('a published figure', () => {
  it('is refused as final while the month goes on; as provisional it is frozen', async () => {
    const body = { measure: 'CRP-01', period: 'month', from: period };
    expect(problemOf(await riskManager.post('/v1/measure-snapshots', body))).toEqual([
      409,
      '/problems/measure-snapshot/provisional',
    ]);
    const { id, position } = await riskManager.done('/v1/measure-snapshots', { ...body, provisional: true });
    const frozen = await riskManager.get(`/v1/measure-snapshots/${id}?after=${position}`);
    expect(frozen.json()).toMatchObject({
      id,
      measure: 'CRP-01',
      definitionVersion: 2,
      provisional: true,
      figures: [{ numerator: 1 }, { numerator: 1 }, { numerator: 1 }],
      today: [{ numerator: 1 }, { numerator: 1 }, { numerator: 1 }],
    });
    const bySource = (await riskManager.get(`/v1/measure-snapshots/${id}?by=source`)).json<{ figures: object[] }>();
    expect(bySource.figures[3]).toMatchObject({ source: 'staff_report', numerator: 1 });
    expect((await riskManager.get('/v1/measure-snapshots')).json()).toMatchObject({ items: [{ id }] });
  });
});

it('the command line prints the same', async () => {
  const { code, stdout } = await journey.cli(
    'measures',
    '--measure',
    'CRP-01',
    '--from',
    period,
    '--to',
    period,
    '--json',
  );
  expect(code).toBe(0);
  const { measures } = JSON.parse(stdout) as { measures: Figures[] };
  expect(measures).toEqual([expect.objectContaining({ figures: [expect.objectContaining({ numerator: 1 })] })]);
  expect((await journey.cli('measures', '--as-of', String(activation.position))).stdout).toContain('CRP-05a v2');
  const counts = await journey.cli('measures', '--counts', 'harm-events', '--period', 'quarter');
  expect(counts.stdout).toMatch(/^harm-events v1 .*\n(.*\n)+.*severity: severe +1 /);
  const byYear = (await journey.cli('measures', '--period', 'year')).stdout;
  expect(byYear).toContain('RES-06 v1  Claim or suit after CRP, target at most 5 %');
  expect(byYear).not.toContain('CRP-01');
});

it('the view is built anew to the same rows', async () => {
  const { code, stdout, stderr } = await journey.cli('readers', 'rebuild', 'measures.subjects', '--switch', '--json');
  expect([code, stderr]).toEqual([0, '']);
  expect(JSON.parse(stdout)).toMatchObject({ different: 0, added: 0, missing: 0, switched: true });
  expect((await read(`${COVERAGE}?from=${period}&to=${period}`)).figures).toMatchObject([{ numerator: 1 }]);
});
