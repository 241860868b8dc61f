import { randomUUID } from 'node:crypto';
import { aTalk, CaseAtWork, refusal } from '../support/case-at-work.js';
import type { Client } from '../support/client.js';
import { countedBy } from '../support/counted.js';
import { eventually } from '../support/eventually.js';
import { Journey } from '../support/journey.js';
import { hoursAgo } from '../support/reports.js';

const DAY = 86_400_000;
const CENTS = 8_500_000;
const TERMS = 'We pay for your hip, and train everyone who cleans a floor.';
const PAPER = 'Cabinet 7, folder Ruiz';

let journey: Journey;
let riskManager: Client;
let liaison: Client;
let claims: Client;
let at: CaseAtWork;
let first: string;
let second: string;
let third: string;

const inDays = (days: number): string => new Date(Date.now() + days * DAY).toISOString();
const person = (name: string): string => journey.persona(name).person;
const anOffer = { components: ['money', 'staff_training'], cents: CENTS, terms: TERMS, releaseRequired: true };

beforeAll(async () => {
  journey = await Journey.begin();
  [riskManager, liaison, claims] = [
    await journey.as('risk-manager'),
    await journey.as('liaison'),
    await journey.as('claims'),
  ];
  at = await CaseAtWork.askedFor(journey, { identifiedAt: hoursAgo(1.8) });
  await at.done('activation', {
    members: ['risk-manager', 'liaison', 'claims'].map(person),
    communicationLead: person('risk-manager'),
    billable: 'no',
    patientName: 'Ana Ruiz',
  });
  await at.done('liaison', { liaison: person('liaison'), contactGiven: true });
  await at.done('initial-disclosure', aTalk(), liaison);
  await at.done('determination', { basis: 'facts_sufficient' });
  for (const criterion of ['severity', 'causation', 'standard'])
    await at.done('criteria', { criterion, result: 'met' });
  await at.done('care-determination', { determination: 'unreasonable', deciders: [person('risk-manager')] });
});
afterAll(() => journey?.end());

it('speaks of money only after the written advice that they may have a lawyer (INV-25)', async () => {
  const offer = { ...anOffer, validUntil: inDays(14) };
  expect(await at.refused('offers', offer)).toEqual(refusal('counsel-not-advised'));
  const advice = { written: false, language: 'es' };
  expect(await at.refused('counsel-advice', advice)).toEqual(refusal('advice-not-written'));
  await at.done('counsel-advice', { ...advice, written: true });
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
  const answer = await riskManager.post(at.path('offers'), { ...anOffer, validUntil: inDays(14), ...changed });
  expect(answer.status).toBe(400);
  expect(answer.json<{ errors: { field: string }[] }>().errors.map((one) => one.field)).toEqual([field]);
});

it('makes an offer, which a retry finds again', async () => {
  const body = { ...anOffer, validUntil: inDays(14) };
  const key = { 'idempotency-key': randomUUID() };
  const [made, again] = [
    await riskManager.post(at.path('offers'), body, key),
    await riskManager.post(at.path('offers'), body, key),
  ];
  expect([made.status, again.status]).toEqual([201, 201]);
  first = made.json<{ part: string }>().part;
  expect(again.json()).toEqual(made.json());
  expect(made.headers.get('location')).toBe(at.path(`offers/${first}`));
  expect(await at.refused('offers', body)).toEqual(refusal('offer-on-table'));
});

it('is refused by the family, made again, worked over with claims, and made anew', async () => {
  await at.done(`offers/${first}/refusal`, { reason: 'amount' });
  expect(await at.refused(`offers/${first}/revision`, { ...anOffer, validUntil: inDays(20) })).toEqual(
    refusal('offer-not-on-table'),
  );
  const better = { ...anOffer, cents: CENTS + 1, validUntil: inDays(20) };
  second = await at.adds('offers', { ...anOffer, validUntil: inDays(14) });
  await claims.done(at.path(`offers/${second}/revision`), better);
  expect(await at.refused(`offers/${second}/acceptance`)).toEqual(refusal('offer-not-on-table'));
  third = await at.adds('offers', better, claims);
  expect(new Set([first, second, third]).size).toBe(3);
  expect(await at.refused(`offers/${first}/withdrawal`, { reason: 'insurer' })).toEqual(refusal('other-offer'));
});

it('is paid after it was signed by who may settle, to the cent, and once (INV-25)', async () => {
  const payment = { cents: CENTS + 1, reportable: true, reference: 'Check 1881' };
  expect(await at.refused(`offers/${third}/payment`, payment)).toEqual(refusal('not-accepted'));
  expect(await at.refused(`offers/${third}/acceptance`, { person: randomUUID() })).toEqual(refusal('unknown-person'));
  await at.done(`offers/${third}/acceptance`, { document: PAPER });
  expect(await at.refused(`offers/${third}/refusal`, { reason: 'amount' })).toEqual(refusal('offer-accepted'));
  expect(await at.refused(`offers/${third}/court-approval`)).toEqual(refusal('approval-not-needed'));
  expect(await at.refused(`offers/${third}/payment`, { ...payment, cents: CENTS })).toEqual(refusal('amount-differs'));
  expect(await at.refused('resolution', { kind: 'financial' })).toEqual(refusal('not-paid'));
  await claims.done(at.path(`offers/${third}/payment`), payment);
  expect(await at.refused(`offers/${third}/payment`, payment)).toEqual(refusal('already-paid'));
});

it('resolves the case, which is not closed before the payment was reported', async () => {
  expect(await at.refused('resolution', { kind: 'non_financial' })).toEqual(refusal('no-offer-accepted'));
  await at.done('resolution', { kind: 'financial' });
  expect(await at.refused('closure')).toEqual(refusal('npdb-report-owed'));
});

it('is reported to the NPDB and to Medicare, once', async () => {
  for (const [step, code] of [
    ['npdb-report', 'no-npdb-report-owed'],
    ['medicare-report', 'medicare-report-filed'],
  ] as const) {
    await at.done(step, { reference: 'R-1' });
    expect(await at.refused(step)).toEqual(refusal(code));
  }
});

it('ends with its clocks met, but for those that were missed on the first day', async () => {
  await at.done('closure', { summary: 'Paid, with sorrow.' });
  await eventually(async () =>
    expect(await at.clocks()).toEqual({
      'DL-02': ['missed'],
      'DL-03': ['missed'],
      'DL-04': ['met'],
      'DL-13': expect.not.arrayContaining(['running', 'missed']),
      'DL-17': ['met'],
      'DL-18': ['met'],
      'DL-29': ['met'],
      'OF-01': expect.not.arrayContaining(['running', 'missed']),
    }),
  );
});

it('is told in full to those who may read counsel’s part, and without a figure to the patient', async () => {
  const types = (await at.chronology('full'))
    .json<{ steps: readonly { type: string }[] }>()
    .steps.map(({ type }) => type);
  const course = ['OfferMade', 'OfferDeclined', 'OfferRevised', 'OfferAccepted', 'PaymentMade', 'ResolutionReached'];
  expect(types.filter((type, nth) => course.includes(type) && types.indexOf(type) === nth)).toEqual(course);
  const reported = ['NpdbReportFiled', 'MedicareReportFiled'];
  expect(types).toEqual(expect.arrayContaining(reported));
  const liaisons = (await at.chronology('full', liaison)).text;
  expect(liaisons).toContain('OfferMade');
  for (const type of reported) expect(liaisons).not.toContain(type);
  const shared = await at.chronology('share-safe');
  const preview = await liaison.get(at.path('patient-view'));
  for (const { text } of [shared, preview]) {
    expect(text).toContain(TERMS);
    for (const word of [`${CENTS}`, `${CENTS + 1}`, 'Check 1881', PAPER, 'unreasonable', 'npdb', 'NPDB'])
      expect(text).not.toContain(word);
  }
});

it('is counted: late on the first day; an offer in time, counsel advised before it, judged and resolved in time', async () => {
  for (const id of ['CRP-04', 'RES-01', 'RES-03', 'RES-04', 'RES-05'])
    expect([id, ...(await countedBy(journey, riskManager, id))]).toEqual([id, 1, 1]);
  for (const id of ['CRP-02', 'CRP-05a'])
    expect([id, ...(await countedBy(journey, riskManager, id))]).toEqual([id, 0, 1]);
});

it('is nothing that a liaison or a reporter may do', async () => {
  for (const name of ['liaison', 'reporter', 'executive'])
    for (const step of ['offers', 'counsel-advice', `offers/${third}/payment`, 'npdb-report'])
      expect((await (await journey.as(name)).post(at.path(step), {})).status).toBe(403);
});
