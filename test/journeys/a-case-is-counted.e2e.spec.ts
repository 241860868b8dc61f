import { randomUUID } from 'node:crypto';
import type { Client, ReceiptAnswer } from '../support/client.js';
import { eventually } from '../support/eventually.js';
import { Journey } from '../support/journey.js';
import { aFall, aRating } from '../support/reports.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const LATE = { reasonCode: 'paper-report' };

interface Figure {
  readonly period: string;
  readonly people: string;
  readonly facilityId?: string;
  readonly harmSeverity?: string;
  readonly numerator?: number;
  readonly denominator?: number;
  readonly excluded?: number;
  readonly notMatured?: number;
  readonly lateEntries?: number;
  readonly suppressed?: readonly string[];
}
interface Measure {
  readonly definition: { readonly id: string; readonly version: number };
  readonly position: number;
  readonly figures: readonly Figure[];
}

let journey: Journey;
let nurse: Client;
let riskManager: Client;

const before = (milliseconds: number): string => new Date(Date.now() - milliseconds).toISOString();
/** The month of a time where the facility is. */
const monthOf = (at: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'America/Chicago', year: 'numeric', month: '2-digit' }).format(
    new Date(at),
  );
const [FROM, TO] = [monthOf(before(4 * DAY)), monthOf(before(0))];

/** What is counted of the organization's patients in these months, added up. */
const countedOf = (figures: readonly Figure[]) => {
  const patients = figures.filter(
    ({ people, facilityId, harmSeverity }) => people === 'patients' && !facilityId && !harmSeverity,
  );
  const sum = (name: 'numerator' | 'denominator' | 'excluded' | 'notMatured' | 'lateEntries') =>
    patients.reduce((total, figure) => total + (figure[name] ?? 0), 0);
  return [sum('numerator'), sum('denominator'), sum('excluded'), sum('notMatured'), sum('lateEntries')];
};
const read = async (id: string, asOf?: number): Promise<Measure> => {
  const query = `period=month&from=${FROM}&to=${TO}${asOf === undefined ? '' : `&asOf=${asOf}`}`;
  const answer = await riskManager.get(`/v1/measures/${id}?${query}&after=${await journey.head()}`);
  expect(answer.status).toBe(200);
  return answer.json<Measure>();
};
/** Numerator, denominator, excluded, not matured, late entries. */
const counts = async (id: string) => countedOf((await read(id)).figures);

const on = (fall: ReceiptAnswer, step: string, body: object = {}) =>
  riskManager.done(`/v1/safety-events/${fall.id}/${step}`, body);
const report = (eventAt: string) =>
  nurse.done(
    '/v1/safety-events',
    aFall(journey.persona('reporter').facility, { eventAt: { value: eventAt, precision: 'minute' } }),
  );

/** Its case, once an automation has asked for it. */
const caseOf = (fall: ReceiptAnswer): Promise<string> =>
  eventually(async () => {
    const { items } = (await riskManager.get(`/v1/resolution-cases?safetyEventId=${fall.id}`)).json<{
      items: { id: string }[];
    }>();
    expect(items).toHaveLength(1);
    return (items[0] as { id: string }).id;
  });

const onCase = (id: string, step: string, body: object = {}) =>
  riskManager.done(`/v1/resolution-cases/${id}/${step}`, body);
const team = () => {
  const me = journey.persona('risk-manager').person;
  return { members: [me], communicationLead: me };
};
const TALK = {
  mode: 'in_person',
  attendees: ['patient'],
  interpreterUsed: false,
  apology: 'empathy',
  factsTold: 'You fell.',
  nextContactAt: new Date(Date.now() + 7 * 86_400_000).toISOString(),
  documentedInChart: true,
  trained: true,
};

beforeAll(async () => {
  journey = await Journey.begin();
  [nurse, riskManager] = [await journey.as('reporter'), await journey.as('risk-manager')];
});
afterAll(() => journey?.end());

it('the measures carry their definitions', async () => {
  const { items } = (await riskManager.get('/v1/measures')).json<{ items: { id: string; version: number }[] }>();
  expect(items.map(({ id, version }) => `${id} v${version}`)).toEqual([
    'CRP-01 v2',
    'CRP-02 v2',
    'CRP-03 v1',
    'CRP-04 v1',
    'CRP-05a v2',
    'CRP-05b v2',
    'CRP-06 v1',
    'CRP-07 v1',
    'CRP-10 v1',
    'CRP-11 v2',
    'RES-01 v1',
    'RES-02 v1',
    'RES-03 v1',
    'RES-04 v1',
    'RES-05 v1',
    'RES-06 v1',
    'PC-01 v1',
    'PC-02 v1',
    'GOV-01 v2',
  ]);
});

it('a case that is told of in time moves every measure that counts it', async () => {
  const fall = await report(before(2 * HOUR));
  await on(fall, 'identification', { occurredAt: before(50 * MINUTE) });
  await on(fall, 'eligibility');
  await on(fall, 'triage', aRating({ harmSeverity: 'severe' }));
  await on(fall, 'confirmation');
  expect(await counts('CRP-01')).toEqual([0, 1, 0, 0, 0]);
  expect(await counts('GOV-01')).toEqual([0, 0, 0, 1, 0]);

  const id = await caseOf(fall);
  await onCase(id, 'activation', { ...team(), billable: 'yes', occurredAt: before(40 * MINUTE) });
  expect(await counts('CRP-11')).toEqual([0, 0, 0, 1, 0]);
  await onCase(id, 'initial-disclosure', { ...TALK, occurredAt: before(10 * MINUTE) });
  await onCase(id, 'billing-hold', { payerNotice: 'told' });
  for (const group of ['c_suite', 'board'])
    await on(fall, 'leadership-notices', { group, channel: 'phone', persons: ['Whoever leads'] });
  for (const measure of ['CRP-01', 'CRP-02', 'CRP-05a', 'CRP-05b', 'CRP-11', 'GOV-01'])
    expect([measure, ...(await counts(measure))]).toEqual([measure, 1, 1, 0, 0, 0]);
});

it('a report that is voided afterwards leaves the measures right', async () => {
  const mistaken = await report(before(2 * HOUR));
  await on(mistaken, 'identification');
  await on(mistaken, 'eligibility');
  await on(mistaken, 'triage', aRating({ harmSeverity: 'death' }));
  await on(mistaken, 'confirmation');
  expect(await counts('CRP-01')).toEqual([1, 2, 0, 0, 0]);
  expect(await counts('GOV-01')).toEqual([1, 1, 0, 1, 0]);
  await on(mistaken, 'voiding', { reason: 'error' });
  expect(await counts('CRP-01')).toEqual([1, 1, 1, 0, 0]);
  expect(await counts('GOV-01')).toEqual([1, 1, 1, 0, 0]);
});

it('a late entry restates the figure, a snapshot stays, and the past can be looked at', async () => {
  const frozen = await riskManager.done('/v1/measure-snapshots', {
    measure: 'CRP-05b',
    period: 'month',
    from: FROM,
    to: TO,
    provisional: true,
  });
  const snapshot = async () =>
    (await riskManager.get(`/v1/measure-snapshots/${frozen.id}?after=${frozen.position}`)).json<{
      asOfPosition: number;
      figures: Figure[];
      today: Figure[];
    }>();
  const published = await snapshot();
  expect(countedOf(published.figures)).toEqual([1, 1, 0, 0, 0]);

  const late = await report(before(4 * DAY));
  await on(late, 'identification', { ...LATE, occurredAt: before(3 * DAY) });
  await on(late, 'eligibility');
  const id = await caseOf(late);
  await onCase(id, 'activation', { ...team(), billable: 'no' });
  await onCase(id, 'initial-disclosure', TALK);
  expect(await counts('CRP-05b')).toEqual([1, 2, 0, 0, 1]);
  const now = await snapshot();
  expect(now.figures).toEqual(published.figures);
  expect(countedOf(now.today)).toEqual([1, 2, 0, 0, 1]);
  const then = await read('CRP-05b', published.asOfPosition);
  expect(countedOf(then.figures)).toEqual([1, 1, 0, 0, 0]);
  expect(then.position).toBe(published.asOfPosition);

  const opened = await riskManager.get(`/v1/measures/CRP-05b/cases?period=${monthOf(before(3 * DAY))}&status=failed`);
  expect(opened.json()).toMatchObject({
    items: [{ safetyEventId: late.id, caseId: id, status: 'failed', lateEntry: true, positions: expect.any(Array) }],
  });
});

it('an analyst sees no small count, and opens none', async () => {
  const analyst = await journey.as('analyst');
  const { figures } = (await analyst.get(`/v1/measures/CRP-05b?period=month&from=${FROM}&to=${TO}`)).json<Measure>();
  const told = figures.filter(({ suppressed }) => suppressed?.includes('rate'));
  expect(told.length).toBeGreaterThan(0);
  for (const figure of told) expect([figure.numerator, figure.denominator]).toEqual([undefined, undefined]);
  expect((await analyst.get(`/v1/measures/CRP-05b/cases?period=${TO}`)).status).toBe(403);
});

it('a rebuild counts the same', async () => {
  const { code, stdout } = await journey.cli('readers', 'rebuild', 'measures.subjects', '--json');
  expect({ code, ...(JSON.parse(stdout) as object) }).toMatchObject({ code: 0, different: 0 });
});

it('the other organization counts nothing of it', async () => {
  const luis = await journey.as('lakeside-risk-manager');
  const { figures } = (await luis.get(`/v1/measures/CRP-01?period=month&from=${FROM}&to=${TO}`)).json<Measure>();
  expect(countedOf(figures)).toEqual([0, 0, 0, 0, 0]);
  expect((await luis.get(`/v1/measure-snapshots/${randomUUID()}`)).status).toBe(404);
});
