import type { Answer, Client, ReceiptAnswer } from '../support/client.js';
import { eventually } from '../support/eventually.js';
import { Journey } from '../support/journey.js';
import { aFall, aRating, hoursAgo } from '../support/reports.js';

let journey: Journey;
let riskManager: Client;
let liaison: Client;
let nurse: string;
let fall: ReceiptAnswer;
let caseId: string;
let patient: string;

const onFall = (step: string, body: object = {}) => riskManager.done(`/v1/safety-events/${fall.id}/${step}`, body);
const onCase = (step: string, body: object = {}, by: Client = riskManager) =>
  by.post(`/v1/resolution-cases/${caseId}/${step}`, body);
const refusalOf = (answer: Answer) => [answer.status, answer.json().type];
const refused = (code: string) => [409, `/problems/resolution-case/${code}`];
/** Somebody who decides for the patient, as a liaison records them. */
const record = async (relation: string, basis: string) => {
  const told = { authority: 'decides', relation, basis, verified: true, maySettle: true, name: 'Elena Ruiz' };
  const answer = await onCase('representatives', told, liaison);
  return { answer, person: String(answer.json().part) };
};
const declining = (person?: string) =>
  onCase('declining', { scope: 'review', lasting: 'now', ...(person && { person }) });

beforeAll(async () => {
  journey = await Journey.begin();
  riskManager = await journey.as('risk-manager');
  liaison = await journey.as('liaison');
  nurse = journey.persona('reporter').person;
  const reporter = await journey.as('reporter');
  fall = await reporter.done('/v1/safety-events', aFall(journey.persona('reporter').facility));
  await onFall('involved-staff', { staff: nurse, involvement: 'cared_for_patient' });
  await onFall('identification');
  await onFall('triage', aRating({ harmSeverity: 'severe' }));
  await onFall('eligibility');
  await eventually(async () => {
    const list = await riskManager.get(`/v1/resolution-cases?safetyEventId=${fall.id}`);
    const [line] = list.json<{ items: { id: string }[] }>().items;
    expect(line).toBeDefined();
    caseId = String(line?.id);
  });
  const record = (await riskManager.get(`/v1/safety-events/${fall.id}`)).json<{ eligibility: { patient: string } }>();
  patient = record.eligibility.patient;
  const me = journey.persona('risk-manager').person;
  const team = { members: [me], communicationLead: me, billable: 'no' };
  expect((await onCase('activation', team)).status).toBe(200);
  await journey.readersAtHead();
});
afterAll(() => journey?.end());

describe('who of us is there for the family', () => {
  it('is nobody who was involved in the harm, though that was known before there was a case', async () => {
    const involved = await onCase('liaison', { liaison: nurse, contactGiven: true });
    expect(refusalOf(involved)).toEqual(refused('involved-in-harm'));
    const theirs = { liaison: journey.persona('liaison').person, contactGiven: true };
    expect((await onCase('liaison', theirs)).status).toBe(200);
    const cover = { cover: nurse, from: hoursAgo(0), until: hoursAgo(-24), patientTold: true };
    expect(refusalOf(await onCase('liaison-cover', cover))).toEqual(refused('involved-in-harm'));
  });

  it('is nobody who turns out to have been involved since', async () => {
    const other = journey.persona('risk-manager').person;
    await onFall('involved-staff', { staff: other, involvement: 'witness' });
    await eventually(async () => {
      await journey.readersAtHead();
      const changed = await onCase('liaison-change', { liaison: other, contactGiven: true });
      expect(refusalOf(changed)).toEqual(refused('involved-in-harm'));
    });
  });

  it('asks what they need, and tells of what they took', async () => {
    expect((await onCase('needs', { kinds: ['lodging'] }, liaison)).status).toBe(200);
    const offer = { kinds: ['lodging', 'meals'], accepted: ['transport'] };
    expect(refusalOf(await onCase('support', offer, liaison))).toEqual(refused('not-offered'));
    expect((await onCase('support', { ...offer, accepted: ['lodging'] }, liaison)).status).toBe(200);
    expect((await onCase('authority-recheck', {}, liaison)).status).toBe(403);
  });
});

describe('who decides for the patient', () => {
  it('is a parent while the patient is a minor', async () => {
    expect(refusalOf((await record('parent', 'parent_of_minor')).answer)).toEqual(refused('not-a-minor'));
    await onCase('minority', { majorityAt: hoursAgo(-24 * 400), courtApprovalNeeded: true }, liaison);
    const { answer, person } = await record('parent', 'parent_of_minor');
    expect([answer.status, answer.headers.get('location')]).toEqual([
      201,
      `/v1/resolution-cases/${caseId}/representatives/${person}`,
    ]);
    expect(refusalOf(await declining())).toEqual(refused('patient-cannot-decide'));
    expect((await declining(person)).status).toBe(200);
  });

  it('is the executor once the patient has died, when that was looked at anew', async () => {
    const parent = (await record('parent', 'parent_of_minor')).person;
    expect(refusalOf((await record('executor', 'executor_of_estate')).answer)).toEqual(refused('patient-lives'));
    await onFall('deaths', {
      patient,
      diedAt: { value: hoursAgo(1), precision: 'hour' },
      source: 'clinical_record',
    });
    await eventually(async () => expect(refusalOf(await declining(parent))).toEqual(refused('authority-unclear')));
    const { person } = await record('executor', 'executor_of_estate');
    expect(refusalOf(await declining(person))).toEqual(refused('authority-unclear'));
    expect(refusalOf(await onCase('authority-recheck', { person: parent }))).toEqual(refused('no-authority'));
    expect((await onCase('authority-recheck', { person })).status).toBe(200);
    const good = { scope: 'review', lasting: 'good', person };
    expect((await onCase('declining', good)).status).toBe(200);
    expect(
      refusalOf(await onCase(`representatives/${parent}/end`, { reason: 'suspected_cause_of_harm' }, liaison))[0],
    ).toBe(200);
    const again = { authority: 'involved', relation: 'parent', basis: 'next_of_kin', verified: true, maySettle: false };
    const anew = await onCase(`representatives/${parent}`, { ...again, name: 'Elena Ruiz' }, liaison);
    expect(refusalOf(anew)).toEqual(refused('suspected-of-harm'));
  });

  it('is answered the same id again when it is recorded again under the same key', async () => {
    const told = {
      authority: 'involved',
      relation: 'sibling',
      basis: 'next_of_kin',
      verified: false,
      maySettle: false,
    };
    const once = () =>
      liaison.post(
        `/v1/resolution-cases/${caseId}/representatives`,
        { ...told, name: 'Leo Ruiz' },
        { 'idempotency-key': 'leo-ruiz' },
      );
    const [first, second] = [await once(), await once()];
    expect([first.status, second.json()]).toEqual([201, first.json()]);
  });
});
