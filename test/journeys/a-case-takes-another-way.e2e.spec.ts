import { CaseAtWork, refusal } from '../support/case-at-work.js';
import type { Client } from '../support/client.js';
import { eventually } from '../support/eventually.js';
import { Journey } from '../support/journey.js';

let journey: Journey;
let riskManager: Client;
let liaison: Client;
let first: CaseAtWork;
let second: CaseAtWork;

const hours = (hours: number): string => new Date(Date.now() + hours * 3_600_000).toISOString();

/** A case on a fall, begun with the liaison on it. */
const aCase = async (): Promise<CaseAtWork> => {
  const one = await CaseAtWork.askedFor(journey);
  const team = ['risk-manager', 'liaison'].map((name) => journey.persona(name).person);
  await one.done('activation', { members: team, communicationLead: team[1], billable: 'no', patientRef: 'MRN-0042' });
  return one;
};
const casesOf = async (one: CaseAtWork): Promise<readonly string[]> => {
  const { cases = [] } = await one.safetyEventRecord<{ cases?: readonly { caseId: string }[] }>();
  return [...new Set(cases.map(({ caseId }) => caseId))];
};

beforeAll(async () => {
  journey = await Journey.begin();
  riskManager = await journey.as('risk-manager');
  liaison = await journey.as('liaison');
  [first, second] = [await aCase(), await aCase()];
});
afterAll(() => journey?.end());

describe('a case', () => {
  it('waits where the family wishes it, and goes on, by its liaison', async () => {
    await first.done('hold', { reason: 'grief', until: hours(24), note: 'After the funeral.' }, liaison);
    expect(await first.refused('hold', { reason: 'grief' })).toEqual(refusal('already-on-hold'));
    await first.done('resumption', {}, liaison);
    expect(await first.refused('resumption')).toEqual(refusal('not-on-hold'));
    expect((await first.refused('suit', {}, liaison))[0]).toBe(403);
  });

  it('goes outside with a suit, and comes back', async () => {
    await first.done('claim', { endsTalks: false, reference: 'C-7' });
    expect(await first.refused('return')).toEqual(refusal('not-outside'));
    await first.done('suit', { court: 'District Court', occurredAt: hours(-1) });
    expect(await first.refused('hold', { reason: 'grief' })).toEqual(refusal('not-open'));
    await first.done('return');
  });

  it('is another organization’s when it was asked, and has told the patient', async () => {
    const transfer = { acceptedBy: 'Their chief medical officer', patientToldAt: hours(-1) };
    expect(await first.refused('transfer', transfer)).toEqual(refusal('transfer-not-asked'));
    await first.done('transfer-request', { receiver: 'hospital', to: 'Lakeside' });
    expect(await first.refused('transfer', { ...transfer, patientToldAt: hours(1) })).toEqual(
      refusal('patient-not-told'),
    );
  });

  it('is reopened when it was closed', async () =>
    expect(await first.refused('reopening', { reason: 'patient_asks' })).toEqual(refusal('not-closed')));
});

describe('two cases on reports that were merged', () => {
  it('wait for a person who says which goes on', async () => {
    await eventually(async () => expect(await casesOf(first)).toEqual([first.id]));
    await eventually(async () => expect(await casesOf(second)).toEqual([second.id]));
    await second.onSafetyEvent('merge', { intoEventId: first.safetyEvent.id, matchBasis: ['time'] });
    await eventually(async () => expect((await riskManager.get('/v1/inbox')).text).toContain('case-merge-required'));
  });

  it('go on as one, which keeps the safety event open', async () => {
    expect(await second.refused('merge', { into: second.id })).toEqual(refusal('merged-into-itself'));
    await second.done('merge', { into: first.id });
    expect(await second.refused('hold', { reason: 'grief' })).toEqual(refusal('merged'));
    await eventually(async () => expect(await casesOf(first)).toEqual(expect.arrayContaining([first.id, second.id])));
    await first.onSafetyEvent('confirmation');
    const closing = await riskManager.post(`/v1/safety-events/${first.safetyEvent.id}/closure`, {
      disposition: 'reviewed',
    });
    expect([closing.status, closing.json().type]).toEqual([409, '/problems/safety-event/case-open']);
  });
});
