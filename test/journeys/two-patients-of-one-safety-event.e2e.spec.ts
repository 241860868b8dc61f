import { CaseAtWork } from '../support/case-at-work.js';
import type { Client } from '../support/client.js';
import { eventually } from '../support/eventually.js';
import { Journey } from '../support/journey.js';

interface Line {
  readonly id: string;
  readonly patient: string;
  readonly stage: string;
}

let journey: Journey;
let riskManager: Client;
let first: CaseAtWork;

const casesOf = async (): Promise<readonly Line[]> =>
  (await riskManager.get(`/v1/resolution-cases?safetyEventId=${first.safetyEvent.id}`)).json<{ items: Line[] }>().items;
const patients = async () => {
  const { patients: linked } = await first.safetyEventRecord<{ patients?: readonly { patient: string }[] }>();
  return (linked ?? []).map(({ patient }) => patient);
};

beforeAll(async () => {
  journey = await Journey.begin();
  riskManager = await journey.as('risk-manager');
  first = await CaseAtWork.askedFor(journey);
});
afterAll(() => journey?.end());

it('each have a case of their own, the second from when they are linked on', async () => {
  expect(await casesOf()).toHaveLength(1);
  await first.onSafetyEvent('patients', { patientRef: 'MRN-1' });
  await first.onSafetyEvent('patients', { patientRef: 'MRN-2' });
  const cases = await eventually(async () => {
    const found = await casesOf();
    expect(found).toHaveLength(2);
    return found;
  });
  expect(cases.map(({ id }) => id)).toContain(first.id);
  expect(new Set(await patients()).size).toBe(2);
});

it('and one of them who needs none is taken back alone', async () => {
  const [, second] = await patients();
  const override = { eligible: false, reason: 'harm_expected' };
  await first.onSafetyEvent('eligibility', { patient: second, override });
  await eventually(async () => expect((await casesOf()).map(({ id }) => id)).toEqual([first.id]));
  await first.onSafetyEvent('eligibility', { patient: second });
  await eventually(async () => expect(await casesOf()).toHaveLength(2));
});

it('and no other safety event’s patient can be named', async () => {
  const answer = await riskManager.post(`/v1/safety-events/${first.safetyEvent.id}/eligibility`, {
    patient: first.id,
  });
  expect([answer.status, answer.json().type]).toEqual([409, '/problems/safety-event/unknown-patient']);
});
