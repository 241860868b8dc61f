import { CaseAtWork, refusal } from '../support/case-at-work.js';
import type { Client } from '../support/client.js';
import { eventually } from '../support/eventually.js';
import { Journey } from '../support/journey.js';
import { hoursAgo } from '../support/reports.js';

let journey: Journey;
let liaison: Client;
let nurse: string;
let one: CaseAtWork;

/** Somebody who decides for the patient, as a liaison records them. */
const whoDecides = (relation: string, basis: string) => ({
  authority: 'decides',
  relation,
  basis,
  verified: true,
  maySettle: true,
  name: 'Elena Ruiz',
});
const declining = (person?: string) => ({ scope: 'review', lasting: 'now', ...(person && { person }) });

beforeAll(async () => {
  journey = await Journey.begin();
  liaison = await journey.as('liaison');
  nurse = journey.persona('reporter').person;
  one = await CaseAtWork.askedFor(journey, { involved: nurse });
  const me = journey.persona('risk-manager').person;
  await one.done('activation', { members: [me], communicationLead: me, billable: 'no' });
  await journey.readersAtHead();
});
afterAll(() => journey?.end());

describe('who of us is there for the family', () => {
  it('is nobody who was involved in the harm, though that was known before there was a case', async () => {
    expect(await one.refused('liaison', { liaison: nurse, contactGiven: true })).toEqual(refusal('involved-in-harm'));
    await one.done('liaison', { liaison: journey.persona('liaison').person, contactGiven: true });
    const cover = { cover: nurse, from: hoursAgo(0), until: hoursAgo(-24), patientTold: true };
    expect(await one.refused('liaison-cover', cover)).toEqual(refusal('involved-in-harm'));
  });

  it('is nobody who turns out to have been involved since', async () => {
    const other = journey.persona('risk-manager').person;
    await one.onSafetyEvent('involved-staff', { staff: other, involvement: 'witness' });
    await eventually(async () => {
      await journey.readersAtHead();
      const changed = await one.refused('liaison-change', { liaison: other, contactGiven: true });
      expect(changed).toEqual(refusal('involved-in-harm'));
    });
  });

  it('asks what they need, and tells of what they took', async () => {
    await one.done('needs', { kinds: ['lodging'] }, liaison);
    const offer = { kinds: ['lodging', 'meals'], accepted: ['transport'] };
    expect(await one.refused('support', offer, liaison)).toEqual(refusal('not-offered'));
    await one.done('support', { ...offer, accepted: ['lodging'] }, liaison);
    expect((await one.refused('authority-recheck', {}, liaison))[0]).toBe(403);
  });
});

describe('who decides for the patient', () => {
  it('is a parent while the patient is a minor', async () => {
    const parent = whoDecides('parent', 'parent_of_minor');
    expect(await one.refused('representatives', parent, liaison)).toEqual(refusal('not-a-minor'));
    await one.done('minority', { majorityAt: hoursAgo(-24 * 400), courtApprovalNeeded: true }, liaison);
    const answer = await liaison.post(one.path('representatives'), parent);
    const person = String(answer.json().part);
    expect([answer.status, answer.headers.get('location')]).toEqual([201, one.path(`representatives/${person}`)]);
    expect(await one.refused('declining', declining())).toEqual(refusal('patient-cannot-decide'));
    await one.done('declining', declining(person));
  });

  it('is the executor once the patient has died, when that was looked at anew', async () => {
    const parent = await one.adds('representatives', whoDecides('parent', 'parent_of_minor'), liaison);
    const executor = whoDecides('executor', 'executor_of_estate');
    expect(await one.refused('representatives', executor, liaison)).toEqual(refusal('patient-lives'));
    const { eligibility } = await one.safetyEventRecord<{ eligibility: { patient: string } }>();
    await one.onSafetyEvent('deaths', {
      patient: eligibility.patient,
      diedAt: { value: hoursAgo(1), precision: 'hour' },
      source: 'clinical_record',
    });
    const person = await eventually(() => one.adds('representatives', executor, liaison)); // once the case knows of it
    expect(await one.refused('declining', declining(person))).toEqual(refusal('authority-unclear'));
    expect(await one.refused('authority-recheck', { person: parent })).toEqual(refusal('no-authority'));
    await one.done('authority-recheck', { person });
    await one.done('declining', { scope: 'review', lasting: 'good', person });
    await one.done(`representatives/${parent}/end`, { reason: 'suspected_cause_of_harm' }, liaison);
    const again = { authority: 'involved', relation: 'parent', basis: 'next_of_kin', verified: true, maySettle: false };
    const anew = await one.refused(`representatives/${parent}`, { ...again, name: 'Elena Ruiz' }, liaison);
    expect(anew).toEqual(refusal('suspected-of-harm'));
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
      liaison.post(one.path('representatives'), { ...told, name: 'Leo Ruiz' }, { 'idempotency-key': 'leo-ruiz' });
    const [first, second] = [await once(), await once()];
    expect([first.status, second.json()]).toEqual([201, first.json()]);
  });
});
