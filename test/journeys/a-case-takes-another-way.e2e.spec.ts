import type { Answer, Client, ReceiptAnswer } from '../support/client.js';
import { eventually } from '../support/eventually.js';
import { Journey } from '../support/journey.js';
import { aFall } from '../support/reports.js';

interface Line {
  readonly id: string;
  readonly safetyEventId: string;
}
interface Told {
  readonly cases?: readonly { readonly caseId: string }[];
}

let journey: Journey;
let riskManager: Client;
let liaison: Client;
let nurse: Client;
let earlier: ReceiptAnswer;
let later: ReceiptAnswer;
let first: string;
let second: string;

const hours = (hours: number): string => new Date(Date.now() + hours * 3_600_000).toISOString();
const refusalOf = (answer: Answer) => [answer.status, answer.json().type];
const onCase = (id: string, step: string, body: object = {}, by: Client = riskManager) =>
  by.done(`/v1/resolution-cases/${id}/${step}`, body);
const tried = async (id: string, step: string, body: object = {}, by: Client = riskManager) =>
  refusalOf(await by.post(`/v1/resolution-cases/${id}/${step}`, body));
const refused = (code: string) => [409, `/problems/resolution-case/${code}`];

/** A fall is reported, found eligible, and its case begun with the liaison on it. */
const aCase = async (): Promise<readonly [ReceiptAnswer, string]> => {
  const fall = await nurse.done('/v1/safety-events', aFall(journey.persona('reporter').facility));
  await riskManager.done(`/v1/safety-events/${fall.id}/identification`, {});
  await riskManager.done(`/v1/safety-events/${fall.id}/eligibility`, {});
  const id = await eventually(async () => {
    const answer = await riskManager.get(`/v1/resolution-cases?safetyEventId=${fall.id}`);
    const [line] = answer.json<{ items: Line[] }>().items;
    if (!line) throw new Error('The case is not on the work list');
    return line.id;
  });
  const team = ['risk-manager', 'liaison'].map((name) => journey.persona(name).person);
  await onCase(id, 'activation', { members: team, communicationLead: team[1], billable: 'no', patientRef: 'MRN-0042' });
  return [fall, id];
};
const casesOf = async ({ id }: ReceiptAnswer) =>
  (await riskManager.get(`/v1/safety-events/${id}`)).json<Told>().cases ?? [];

beforeAll(async () => {
  journey = await Journey.begin();
  riskManager = await journey.as('risk-manager');
  liaison = await journey.as('liaison');
  nurse = await journey.as('reporter');
  [earlier, first] = await aCase();
  [later, second] = await aCase();
});
afterAll(() => journey?.end());

describe('a case', () => {
  it('waits where the family wishes it, and goes on, by its liaison', async () => {
    await onCase(first, 'hold', { reason: 'grief', until: hours(24), note: 'After the funeral.' }, liaison);
    expect(await tried(first, 'hold', { reason: 'grief' })).toEqual(refused('already-on-hold'));
    await onCase(first, 'resumption', {}, liaison);
    expect(await tried(first, 'resumption')).toEqual(refused('not-on-hold'));
    expect((await liaison.post(`/v1/resolution-cases/${first}/suit`, {})).status).toBe(403);
  });

  it('goes outside with a suit, and comes back', async () => {
    await onCase(first, 'claim', { endsTalks: false, reference: 'C-7' });
    expect(await tried(first, 'return')).toEqual(refused('not-outside'));
    await onCase(first, 'suit', { court: 'District Court', occurredAt: hours(-1) });
    expect(await tried(first, 'hold', { reason: 'grief' })).toEqual(refused('not-open'));
    await onCase(first, 'return');
  });

  it('is another organization’s when it was asked, and has told the patient', async () => {
    const transfer = { acceptedBy: 'Their chief medical officer', patientToldAt: hours(-1) };
    expect(await tried(first, 'transfer', transfer)).toEqual(refused('transfer-not-asked'));
    await onCase(first, 'transfer-request', { receiver: 'hospital', to: 'Lakeside' });
    expect(await tried(first, 'transfer', { ...transfer, patientToldAt: hours(1) })).toEqual(
      refused('patient-not-told'),
    );
  });

  it('is reopened when it was closed', async () =>
    expect(await tried(first, 'reopening', { reason: 'patient_asks' })).toEqual(refused('not-closed')));
});

describe('two cases on reports that were merged', () => {
  it('wait for a person who says which goes on', async () => {
    await eventually(async () => expect(await casesOf(earlier)).toHaveLength(1));
    await eventually(async () => expect(await casesOf(later)).toHaveLength(1));
    await riskManager.done(`/v1/safety-events/${later.id}/merge`, { intoEventId: earlier.id, matchBasis: ['time'] });
    await eventually(async () => expect((await riskManager.get('/v1/inbox')).text).toContain('case-merge-required'));
  });

  it('go on as one, which keeps the safety event open', async () => {
    expect(await tried(second, 'merge', { into: second })).toEqual(refused('merged-into-itself'));
    await onCase(second, 'merge', { into: first });
    expect(await tried(second, 'hold', { reason: 'grief' })).toEqual(refused('merged'));
    await eventually(async () =>
      expect((await casesOf(earlier)).map(({ caseId }) => caseId)).toEqual(expect.arrayContaining([first, second])),
    );
    await riskManager.done(`/v1/safety-events/${earlier.id}/triage`, {
      type: 'fall',
      harmSeverity: 'moderate',
      sacActual: 2,
      sacPotential: 3,
      route: 'local_review',
    });
    await riskManager.done(`/v1/safety-events/${earlier.id}/confirmation`, {});
    const closing = await riskManager.post(`/v1/safety-events/${earlier.id}/closure`, { disposition: 'reviewed' });
    expect(refusalOf(closing)).toEqual([409, '/problems/safety-event/case-open']);
  });
});
