import { aTalk, CaseAtWork, refusal } from '../support/case-at-work.js';
import type { Client } from '../support/client.js';
import { countedBy } from '../support/counted.js';
import { eventually } from '../support/eventually.js';
import { Journey } from '../support/journey.js';
import { hoursAgo } from '../support/reports.js';

const DAY = 24;
const QUESTION = 'Why did nobody come when I called?';
const ANSWER = 'The call bell rang at a desk that was empty.';
const FOUND = 'The bell of that room rang at an empty desk. It rings in the corridor now.';
const RAW = 'Bell log of 4 West, 02:10 to 02:55: rang at desk B.';
const COUNSEL = 'The brother says that the executor was never close to her.';
const COURT = 'District Court of Cedar County';

let journey: Journey;
let riskManager: Client;
let liaison: Client;
let at: CaseAtWork;
let patient: string;
let question: string;
let executor: string;
let brother: string;
let fact: string;

const person = (name: string): string => journey.persona(name).person;
const aRelative = (name: string, relation: string, basis: string, decides: boolean) => ({
  ...{ authority: decides ? 'decides' : 'involved', relation, basis, verified: true, maySettle: decides, name },
});
const decline = (by?: string) => ({ scope: 'review', lasting: 'now', ...(by && { person: by }) });

beforeAll(async () => {
  journey = await Journey.begin();
  [riskManager, liaison] = [await journey.as('risk-manager'), await journey.as('liaison')];
  at = await CaseAtWork.askedFor(journey);
  const record = await riskManager.get(`/v1/safety-events/${at.safetyEvent.id}`);
  ({ patient } = record.json<{ eligibility: { patient: string } }>().eligibility);
  await at.done('activation', {
    members: [person('risk-manager'), person('liaison')],
    communicationLead: person('liaison'),
    billable: 'no',
    patientName: 'Ana Ruiz',
  });
  await at.done('liaison', { liaison: person('liaison'), contactGiven: true });
});
afterAll(() => journey?.end());

describe('a patient who was told', () => {
  it('asks a question, and hears from us again within two weeks', async () => {
    await at.done('initial-disclosure', aTalk({ questions: [QUESTION], nextContactAt: hoursAgo(-7 * DAY) }), liaison);
    const stand = await at.stand<{ questions: readonly { question: string; text: string }[] }>(liaison);
    expect(stand.questions).toMatchObject([{ text: QUESTION }]);
    question = String(stand.questions[0]?.question);
    await eventually(async () => expect(await at.clocks()).toMatchObject({ 'DL-03': ['met'], 'DL-13': ['running'] }));
  });

  it('dies: the case goes on, and who decides is looked at anew', async () => {
    const died = { value: hoursAgo(1), precision: 'hour' };
    await at.onSafetyEvent('deaths', { patient, diedAt: died, source: 'clinical_record' });
    await eventually(async () => expect(await at.clocks()).toMatchObject({ 'AU-01': ['running'] }));
    expect(await at.refused('follow-ups', aTalk(), liaison)).toEqual(refusal('nobody-told'));
    expect(await at.refused('declining', decline())).toEqual(refusal('authority-unclear'));
  });
});

describe('those who are left', () => {
  it('are recorded, each with what they may hear or decide', async () => {
    executor = await at.adds(
      'representatives',
      aRelative('Elena Ruiz', 'executor', 'executor_of_estate', true),
      liaison,
    );
    brother = await at.adds('representatives', aRelative('Leo Ruiz', 'sibling', 'next_of_kin', false), liaison);
    expect(await at.refused('authority-recheck', { person: brother })).toEqual(refusal('no-authority'));
  });

  it('disagree, and nobody of them decides until counsel has said who', async () => {
    await at.done('relatives-conflict', { note: COUNSEL });
    expect(await at.refused('authority-recheck', { person: executor })).toEqual(refusal('relatives-disagree'));
    await at.done('relatives-conflict-settlement', {});
    expect(await at.refused('declining', decline(executor))).toEqual(refusal('authority-unclear'));
    await at.done('authority-recheck', { person: executor });
    await eventually(async () => expect((await at.clocks())['AU-01']?.every((state) => state === 'met')).toBe(true));
  });

  it('hear from the liaison, the executor by name', async () => {
    const talk = aTalk({ attendees: ['representative', 'involved_family', 'disclosure_lead'] });
    expect(await at.refused('follow-ups', { ...talk, persons: [brother] }, liaison)).toEqual(refusal('nobody-told'));
    await at.done('follow-ups', { ...talk, persons: [executor, brother] }, liaison);
  });
});

describe('a suit', () => {
  it('takes the case outside, after the care was judged; no compensation is offered any more', async () => {
    await at.done('determination', { basis: 'facts_sufficient' });
    for (const criterion of ['severity', 'causation', 'standard'])
      await at.done('criteria', { criterion, result: 'met' });
    await at.done('care-determination', { determination: 'unreasonable', deciders: [person('risk-manager')] });
    await at.done('counsel-advice', { written: true, language: 'en' });
    await at.done('suit', { court: COURT });
    expect((await at.stand<{ status: string }>()).status).toBe('outside');
    const offer = { components: ['memorial'], terms: 'A tree.', validUntil: hoursAgo(-DAY), releaseRequired: false };
    expect((await at.refused('offers', offer))[0]).toBe(409);
    expect((await liaison.post(at.path('suit'), {})).status).toBe(403);
  });

  it('does not end the learning: what was found is cleared, and told as counsel lets it be told', async () => {
    fact = await at.adds('facts', { source: 'chart_note', text: RAW }, liaison);
    await at.done(`facts/${fact}/clearance`, { words: FOUND, language: 'en', noPrivilegedContent: true });
    const findings = { factIds: [fact], mode: 'in_person', attendees: ['representative'], persons: [executor] };
    expect(await at.refused('findings', findings, liaison)).toEqual(refusal('counsel-decides'));
    await at.done('findings', { ...findings, counselReason: 'Told before trial by agreement.' }, liaison);
    const answering = [`questions/${question}/answer`, { answer: ANSWER }, liaison] as const;
    expect(await at.refused(...answering)).toEqual(refusal('outside'));
  });

  it('ends the case as what it was', async () => {
    for (const kind of ['explained', 'financial', 'patient_declined'])
      expect((await at.refused('resolution', { kind }))[0]).toBe(409);
    await at.done('resolution', { kind: 'claim_path' });
    await at.done(`questions/${question}/answer`, { answer: ANSWER }, liaison);
    const { position } = await at.done('closure', { summary: 'Settled by the court; the bell was moved.' });
    const answer = await riskManager.get(`${at.path()}?after=${position}`);
    expect(answer.json()).toMatchObject({
      stand: { status: 'closed', resolution: 'claim_path', next: [{ command: 'ReopenCase' }] },
    });
  });
});

describe('what is left of it', () => {
  it('are clocks that were met, and none that still runs', async () => {
    await eventually(async () => {
      const clocks = await at.clocks();
      expect(clocks).toMatchObject({ 'DL-02': ['met'], 'DL-03': ['met'], 'DL-17': ['met'], 'DL-18': ['met'] });
      expect(Object.values(clocks).flat()).not.toContain('running');
    });
  });

  it('is a chronology of every step, and one that can be handed over', async () => {
    const full = (await at.chronology('full')).json<{ steps: readonly { type: string }[] }>().steps;
    const types = full.map(({ type }) => type);
    const course = [
      'InitialDisclosureHeld',
      'PatientDeathNoted',
      'RepresentativeRecorded',
      'RelativesConflictRecorded',
      'RelativesConflictSettled',
      'AuthorityRechecked',
      'FollowUpCommunicationHeld',
      'CareDeterminationMade',
      'SuitFiled',
      'FindingsSharedWithPatient',
      'ResolutionReached',
      'PatientQuestionAnswered',
      'ResolutionCaseClosed',
    ];
    expect(types.filter((type, nth) => course.includes(type) && types.indexOf(type) === nth)).toEqual(course);
    const shared = await at.chronology('share-safe');
    const preview = await liaison.get(at.path('patient-view'));
    for (const { text } of [shared, preview]) {
      for (const word of [QUESTION, ANSWER, FOUND]) expect(text).toContain(word);
      for (const word of [COUNSEL, COURT, RAW, 'Leo Ruiz', 'not_met', 'unreasonable']) expect(text).not.toContain(word);
    }
  });

  it('is counted: talked with, a liaison named, judged in time, ended by a suit', async () => {
    const counted = (id: string) => countedBy(journey, riskManager, id);
    for (const id of ['CRP-04', 'CRP-06', 'RES-01', 'RES-05']) expect([id, ...(await counted(id))]).toEqual([id, 1, 1]);
    // A suit within the year is counted when the year is over; an offer is not missed where a suit came first.
    expect(await counted('RES-03')).toEqual([0, 0]);
  });
});
