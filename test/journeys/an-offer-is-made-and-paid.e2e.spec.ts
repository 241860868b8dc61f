import { randomUUID } from 'node:crypto';
import type { Answer, Client } from '../support/client.js';
import { eventually } from '../support/eventually.js';
import { Journey } from '../support/journey.js';
import { aFall, aRating } from '../support/reports.js';

const DAY = 86_400_000;
const CENTS = 8_500_000;
const TERMS = 'We pay for your hip, and train everyone who cleans a floor.';
const PAPER = 'Cabinet 7, folder Ruiz';

let journey: Journey;
let riskManager: Client;
let claims: Client;
let caseId: string;
let first: string;
let second: string;

const inDays = (days: number): string => new Date(Date.now() + days * DAY).toISOString();
const path = (step: string): string => `/v1/resolution-cases/${caseId}/${step}`;
const onCase = (step: string, body: object = {}) => riskManager.done(path(step), body);
const refusalOf = ({ status, json }: Answer) => [status, json().type];
const refused = async (step: string, body: object = {}, by: Client = riskManager) =>
  refusalOf(await by.post(path(step), body));
const refusal = (code: string) => [409, `/problems/resolution-case/${code}`];
const anOffer = { components: ['money', 'staff_training'], cents: CENTS, terms: TERMS, releaseRequired: true };

beforeAll(async () => {
  journey = await Journey.begin();
  riskManager = await journey.as('risk-manager');
  claims = await journey.as('claims');
  const nurse = await journey.as('reporter');
  const fall = await nurse.done('/v1/safety-events', aFall(journey.persona('reporter').facility));
  const onFall = (step: string, body: object = {}) => riskManager.done(`/v1/safety-events/${fall.id}/${step}`, body);
  await onFall('identification');
  await onFall('triage', aRating({ harmSeverity: 'severe' }));
  await onFall('eligibility');
  await eventually(async () => {
    const list = await riskManager.get(`/v1/resolution-cases?safetyEventId=${fall.id}`);
    const [line] = list.json<{ items: { id: string }[] }>().items;
    expect(line).toBeDefined();
    caseId = line!.id;
  });
  const me = journey.persona('risk-manager').person;
  const members = [me, journey.persona('claims').person];
  await onCase('activation', { members, communicationLead: me, billable: 'no', patientName: 'Ana Ruiz' });
  const talk = {
    mode: 'in_person',
    interpreterUsed: false,
    documentedInChart: true,
    trained: true,
    apology: 'empathy',
  };
  await onCase('initial-disclosure', { ...talk, attendees: ['patient'], factsTold: 'You fell on a wet floor.' });
  await onCase('determination', { basis: 'facts_sufficient' });
  for (const criterion of ['severity', 'causation', 'standard']) await onCase('criteria', { criterion, result: 'met' });
  await onCase('care-determination', { determination: 'unreasonable', deciders: [me] });
});
afterAll(() => journey?.end());

it('speaks of money only after the written advice that they may have a lawyer (INV-25)', async () => {
  const offer = { ...anOffer, validUntil: inDays(14) };
  expect(await refused('offers', offer)).toEqual(refusal('counsel-not-advised'));
  const advice = { written: false, language: 'es' };
  expect(await refused('counsel-advice', advice)).toEqual(refusal('advice-not-written'));
  await onCase('counsel-advice', { ...advice, written: true });
});

it.each([
  ['cents', { cents: 0.5 }],
  ['cents', { cents: -1 }],
  ['components', { components: [] }],
  ['components', { components: ['money', 'money'] }],
  ['components', { components: ['a yacht'] }],
  ['validUntil', { validUntil: 'soon' }],
  ['terms', { terms: '' }],
])('is told which part of an offer makes no sense: %s', async (field, changed) => {
  const answer = await riskManager.post(path('offers'), { ...anOffer, validUntil: inDays(14), ...changed });
  expect(answer.status).toBe(400);
  expect(answer.json<{ errors: { field: string }[] }>().errors.map((one) => one.field)).toEqual([field]);
});

it('makes an offer, which a retry finds again', async () => {
  const body = { ...anOffer, validUntil: inDays(14) };
  const key = { 'idempotency-key': randomUUID() };
  const [made, again] = [
    await riskManager.post(path('offers'), body, key),
    await riskManager.post(path('offers'), body, key),
  ];
  expect([made.status, again.status]).toEqual([201, 201]);
  first = made.json<{ part: string }>().part;
  expect(again.json()).toEqual(made.json());
  expect(made.headers.get('location')).toBe(path(`offers/${first}`));
  expect(await refused('offers', body)).toEqual(refusal('offer-on-table'));
});

it('works it over with claims, and makes it anew', async () => {
  const better = { ...anOffer, cents: CENTS + 1, validUntil: inDays(20) };
  await claims.done(path(`offers/${first}/revision`), better);
  expect(await refused(`offers/${first}/acceptance`)).toEqual(refusal('offer-not-on-table'));
  second = (await claims.post(path('offers'), better)).json<{ part: string }>().part;
  expect(second).not.toBe(first);
  expect(await refused(`offers/${first}/withdrawal`, { reason: 'insurer' })).toEqual(refusal('other-offer'));
});

it('is paid after it was signed by who may settle, to the cent, and once (INV-25)', async () => {
  const payment = { cents: CENTS + 1, reportable: true, reference: 'Check 1881' };
  expect(await refused(`offers/${second}/payment`, payment)).toEqual(refusal('not-accepted'));
  expect(await refused(`offers/${second}/acceptance`, { person: randomUUID() })).toEqual(refusal('unknown-person'));
  await onCase(`offers/${second}/acceptance`, { document: PAPER });
  expect(await refused(`offers/${second}/refusal`, { reason: 'amount' })).toEqual(refusal('offer-accepted'));
  expect(await refused(`offers/${second}/court-approval`)).toEqual(refusal('approval-not-needed'));
  expect(await refused(`offers/${second}/payment`, { ...payment, cents: CENTS })).toEqual(refusal('amount-differs'));
  await claims.done(path(`offers/${second}/payment`), payment);
  expect(await refused(`offers/${second}/payment`, payment)).toEqual(refusal('already-paid'));
});

it('is reported to the NPDB and to Medicare, once', async () => {
  for (const [step, code] of [
    ['npdb-report', 'no-npdb-report-owed'],
    ['medicare-report', 'medicare-report-filed'],
  ] as const) {
    await onCase(step, { reference: 'R-1' });
    expect(await refused(step)).toEqual(refusal(code));
  }
});

it('is nothing that a liaison or a reporter may do', async () => {
  for (const name of ['liaison', 'reporter', 'executive'])
    for (const step of ['offers', 'counsel-advice', `offers/${second}/payment`, 'npdb-report'])
      expect((await (await journey.as(name)).post(path(step), {})).status).toBe(403);
});
