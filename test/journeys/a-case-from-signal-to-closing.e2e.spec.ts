import type { Answer, Client, ReceiptAnswer } from '../support/client.js';
import { countedBy } from '../support/counted.js';
import { eventually } from '../support/eventually.js';
import { Journey } from '../support/journey.js';
import { aFall, aRating } from '../support/reports.js';

const MINUTE = 60_000;
const TOLD = 'You fell on a wet floor and broke your hip. We are finding out how it came to be wet.';
const WHY = 'The floor had been cleaned as it should be; the sign was there.';
const COUNSEL = 'Expert in nursing care: the standard was kept.';
const ANSWER = 'The night shift, at ten to nine.';
const NAME = 'Ana Ruiz';

interface Line {
  readonly id: string;
  readonly status: string;
  readonly hold: string;
  readonly safetyEventId: string;
  readonly clocks: readonly { readonly kind: string; readonly dueAt: string; readonly late: boolean }[];
  readonly next: readonly { readonly command: string }[];
}
interface Step {
  readonly type: string;
  readonly said?: Readonly<Record<string, unknown>>;
}

let journey: Journey;
let riskManager: Client;
let liaison: Client;
let fall: ReceiptAnswer;
let line: Line;

const minutesAgo = (minutes: number): string => new Date(Date.now() - minutes * MINUTE).toISOString();
const onFall = (step: string, body: object = {}) => riskManager.done(`/v1/safety-events/${fall.id}/${step}`, body);
const onCase = (step: string, body: object = {}, by: Client = riskManager) =>
  by.done(`/v1/resolution-cases/${line.id}/${step}`, body);
const refusalOf = (answer: Answer) => [answer.status, answer.json().type];

const workList = async (after: number, query = ''): Promise<readonly Line[]> => {
  const answer = await riskManager.get(`/v1/resolution-cases?after=${after}${query}`);
  expect(answer.status).toBe(200);
  return answer.json<{ items: Line[] }>().items;
};
const caseLine = async (after: number): Promise<Line> => {
  const [found] = await workList(after, `&standing=all&safetyEventId=${fall.id}`);
  if (!found) throw new Error('The case is not on the work list');
  return found;
};
const questions = async (after: number) =>
  (await liaison.get(`/v1/resolution-cases/${line.id}?after=${after}`)).json<{
    stand: { questions: readonly { question: string; text: string; answer?: string }[] };
  }>().stand.questions;
const nextOf = ({ next }: Line) => next.map(({ command }) => command);

beforeAll(async () => {
  journey = await Journey.begin();
  riskManager = await journey.as('risk-manager');
  liaison = await journey.as('liaison');
  const nurse = await journey.as('reporter');
  fall = await nurse.done('/v1/safety-events', aFall(journey.persona('reporter').facility));
});
afterAll(() => journey?.end());

describe('an eligible safety event', () => {
  it('asks for a response team by itself, and the safety office finds it in the inbox', async () => {
    await onFall('identification', { occurredAt: minutesAgo(50) });
    await onFall('eligibility');
    await eventually(async () => {
      [line] = (await workList(0, `&safetyEventId=${fall.id}`)) as [Line];
      expect(line).toMatchObject({ status: 'requested', safetyEventId: fall.id, hold: 'none' });
    });
    expect(nextOf(line)).toEqual(['ActivateResponseTeam']);
    await eventually(async () => {
      const [late] = await workList(0, '&late=true&order=due');
      expect(late).toMatchObject({
        id: line.id,
        clocks: expect.arrayContaining([expect.objectContaining({ kind: 'DL-02', late: true })]),
      });
    });
    await eventually(async () => {
      const { text } = await riskManager.get('/v1/inbox');
      expect(text).toContain('response-team-asked-for');
    });
  });

  it('has one case, however often it is determined (INV-22)', async () => {
    await onFall('triage', aRating({ harmSeverity: 'severe' }));
    await onFall('eligibility');
    const { position } = await onFall('confirmation');
    await journey.readersAtHead();
    expect(await workList(position, '&standing=all')).toHaveLength(1);
  });

  it('is not closed while its case is open, nor taken for not eligible once the team is there', async () => {
    await eventually(async () => {
      const record = (await riskManager.get(`/v1/safety-events/${fall.id}`)).json<{ cases?: object[] }>();
      expect(record.cases).toEqual([expect.objectContaining({ caseId: line.id })]);
    });
    const closing = await riskManager.post(`/v1/safety-events/${fall.id}/closure`, { disposition: 'reviewed' });
    expect(refusalOf(closing)).toEqual([409, '/problems/safety-event/case-open']);
  });
});

describe('the case', () => {
  it('is activated with its team', async () => {
    const team = ['risk-manager', 'liaison'].map((name) => journey.persona(name).person);
    const { position } = await onCase('activation', {
      occurredAt: minutesAgo(40),
      members: team,
      communicationLead: team[1],
      billable: 'yes',
      patientName: NAME,
      patientRef: 'MRN-0042',
    });
    line = await caseLine(position);
    expect(line).toMatchObject({ status: 'activated', owner: journey.persona('risk-manager').person });
    expect(nextOf(line)).toEqual(
      expect.arrayContaining(['HoldInitialDisclosure', 'PlaceBillingHold', 'AssignLiaison']),
    );
    expect(nextOf(line)).not.toContain('CloseCase');
    await eventually(async () => expect(await workList(position, '&late=true&order=due')).toEqual([]));
  });

  it.each([
    ['members', 'members'],
    ['owner', 'owner'],
  ])('names nobody who does not work here: %s', async (field) => {
    const stranger = journey.persona('lakeside-risk-manager').person;
    const me = journey.persona('risk-manager').person;
    const answer = await riskManager.post(`/v1/resolution-cases/${line.id}/activation`, {
      members: field === 'members' ? [me, stranger] : [me],
      communicationLead: me,
      billable: 'no',
      ...(field === 'owner' && { owner: stranger }),
    });
    expect(refusalOf(answer)).toEqual([409, '/problems/people/unknown-person']);
  });

  it('names the liaison, who was hearing of no case before they were on one', async () => {
    await onCase('liaison', { liaison: journey.persona('liaison').person, contactGiven: true });
    const other = await journey.as('reporter');
    expect((await other.get(`/v1/resolution-cases/${line.id}`)).status).toBe(403);
    await eventually(async () => expect((await liaison.get(`/v1/resolution-cases/${line.id}`)).status).toBe(200));
  });

  it('has its first conversation 40 minutes after the identification, recorded by the liaison', async () => {
    const talk = {
      mode: 'in_person',
      interpreterUsed: false,
      documentedInChart: true,
      trained: true,
      nextContactAt: minutesAgo(-7 * 24 * 60),
      occurredAt: minutesAgo(10),
    };
    const asked = { attendees: ['patient', 'disclosure_lead'], apology: 'empathy', factsTold: TOLD };
    const alone = await liaison.post(`/v1/resolution-cases/${line.id}/initial-disclosure`, {
      ...talk,
      ...asked,
      attendees: ['chaplain'],
    });
    expect(refusalOf(alone)).toEqual([409, '/problems/resolution-case/nobody-told']);
    const { position } = await onCase(
      'initial-disclosure',
      { ...talk, ...asked, questions: ['Who cleaned it?'] },
      liaison,
    );
    line = await caseLine(position);
    expect(line).toMatchObject({ status: 'reviewing', openQuestions: 1 });
  });

  it('has on its page what the patient asked', async () => {
    await journey.readersAtHead();
    expect(await questions(0)).toEqual([
      { question: expect.any(String), text: 'Who cleaned it?', askedAt: expect.any(String) },
    ]);
  });

  it('cannot be voided away any more', async () => {
    await journey.readersAtHead(); // the safety event has heard that they were told
    await eventually(async () => {
      const answer = await riskManager.post(`/v1/safety-events/${fall.id}/voiding`, { reason: 'test' });
      expect(refusalOf(answer)).toEqual([409, '/problems/safety-event/disclosed']);
    });
  });

  it('holds the bill, and does not let it go before the end', async () => {
    await onCase('billing-hold', { payerNotice: 'told', accounts: ['ACCT-991'] });
    const early = await riskManager.post(`/v1/resolution-cases/${line.id}/billing-hold-release`, {});
    expect(refusalOf(early)).toEqual([409, '/problems/resolution-case/hold-too-early']);
  });

  it('is determined, explained, resolved, released and closed', async () => {
    const me = journey.persona('risk-manager').person;
    await onCase('determination', { basis: 'facts_sufficient' });
    for (const [criterion, result] of [
      ['severity', 'met'],
      ['causation', 'met'],
      ['standard', 'not_met'],
    ])
      await onCase('criteria', { criterion, result, ...(criterion === 'standard' && { rationale: COUNSEL }) });
    await onCase('care-determination', { determination: 'reasonable', deciders: [me] });
    await onCase('explanation', { mode: 'in_person', attendees: ['patient'], explanation: WHY }, liaison);
    await onCase('resolution', { kind: 'explained' });
    const held = await riskManager.post(`/v1/resolution-cases/${line.id}/closure`, {});
    expect(refusalOf(held)).toEqual([409, '/problems/resolution-case/hold-is-on']);
    await onCase('billing-hold-release');
    const asked = await riskManager.post(`/v1/resolution-cases/${line.id}/closure`, {});
    expect(refusalOf(asked)).toEqual([409, '/problems/resolution-case/questions-open']);
    const [open] = await questions(0);
    const answered = await onCase(`questions/${open?.question}/answer`, { answer: ANSWER }, liaison);
    expect(await questions(answered.position)).toEqual([expect.objectContaining({ answer: ANSWER })]);
    const { position } = await onCase('closure', { summary: 'Explained, with sorrow.' });
    line = await caseLine(position);
    expect(line).toMatchObject({ status: 'closed', hold: 'released' });
    expect(nextOf(line)).not.toContain('CloseCase');
    expect(await workList(position)).toEqual([]);
  });

  it('tells its timeline: all of it to the risk manager, what is not counsel’s to the liaison, that it was to the auditor', async () => {
    const read = async (name: string) =>
      (await (await journey.as(name)).get(`/v1/resolution-cases/${line.id}`)).json<{ timeline: Step[] }>().timeline;
    const saidIn = (timeline: readonly Step[]) => JSON.stringify(timeline.map(({ said }) => said ?? null));
    const [all, ours, bare] = [await read('risk-manager'), await read('liaison'), await read('auditor')];
    expect(all.map(({ type }) => type)).toEqual([
      'ActivationRequested',
      'ResponseTeamActivated',
      'LiaisonAssigned',
      'InitialDisclosureHeld',
      'PatientQuestionAsked',
      'BillingHoldPlaced',
      'DeterminationOpened',
      ...Array(3).fill('CriterionAssessed'),
      'CareDeterminationMade',
      'ReasonableCareExplained',
      'ResolutionReached',
      'BillingHoldReleased',
      'PatientQuestionAnswered',
      'ResolutionCaseClosed',
    ]);
    for (const word of [NAME, TOLD, WHY, COUNSEL, 'not_met']) expect(saidIn(all)).toContain(word);
    for (const word of [NAME, TOLD, WHY]) expect(saidIn(ours)).toContain(word);
    for (const word of [COUNSEL, 'not_met']) expect(saidIn(ours)).not.toContain(word);
    expect(bare).toHaveLength(all.length);
    expect(bare.every(({ said }) => said === undefined)).toBe(true);
  });

  it('has told the patient what they were told, and nothing of counsel’s', async () => {
    const preview = await liaison.get(`/v1/resolution-cases/${line.id}/patient-view`);
    expect(preview.json()).toMatchObject({ stage: 'finished', liaison: journey.persona('liaison').person });
    const shared = await riskManager.get(`/v1/resolution-cases/${line.id}/chronology?form=share-safe`);
    for (const { text } of [preview, shared]) {
      for (const word of [TOLD, ANSWER, WHY]) expect(text).toContain(word);
      for (const word of [NAME, COUNSEL, 'not_met', 'ACCT-991']) expect(text).not.toContain(word);
    }
    expect((await (await journey.as('auditor')).get(`/v1/resolution-cases/${line.id}/patient-view`)).status).toBe(403);
  });

  it('ends with its clocks met or missed as it was, and is counted so', async () => {
    await eventually(async () => {
      const page = await liaison.get(`/v1/resolution-cases/${line.id}`);
      const { clocks } = page.json<{ stand: { clocks: { kind: string; state: string }[] } }>().stand;
      expect(clocks.map(({ kind, state }) => `${kind} ${state}`).sort()).toEqual([
        'DL-02 met',
        'DL-03 met',
        'DL-04 met',
        'DL-06 met',
        'DL-13 cancelled', // the next contact is owed to nobody any more
        'DL-13 met', // by the explanation
        'DL-13 met', // by the answer
        'DL-17 met',
        'DL-18 met',
      ]);
    });
    for (const id of ['CRP-01', 'CRP-02', 'CRP-04', 'CRP-05a', 'CRP-05b', 'CRP-11', 'RES-01', 'RES-05'])
      expect([id, ...(await countedBy(journey, riskManager, id))]).toEqual([id, 1, 1]);
    // The liaison was named after the first conversation. Nothing was owed of an offer.
    expect(await countedBy(journey, riskManager, 'CRP-06')).toEqual([0, 1]);
    for (const id of ['RES-02', 'RES-03', 'RES-04'])
      expect([id, ...(await countedBy(journey, riskManager, id))]).toEqual([id, 0, 0]);
  });

  it('lets its safety event be closed, once leaders have heard of it', async () => {
    await eventually(async () => {
      const answer = await riskManager.post(`/v1/safety-events/${fall.id}/closure`, { disposition: 'reviewed' });
      expect(refusalOf(answer)).toEqual([409, '/problems/safety-event/leaders-not-told']);
    });
    await onFall('leadership-notices', { group: 'c_suite', channel: 'phone', persons: ['Chief medical officer'] });
    await onFall('leadership-notices', { group: 'board', channel: 'meeting', persons: ['Quality committee'] });
    expect((await onFall('closure', { disposition: 'reviewed' })).revision).toBeGreaterThan(8);
  });
});

describe('a report that should never have been', () => {
  it('takes the case that it asked for back, and the list with it', async () => {
    const nurse = await journey.as('reporter');
    const mistaken = await nurse.done('/v1/safety-events', aFall(journey.persona('reporter').facility));
    await riskManager.done(`/v1/safety-events/${mistaken.id}/identification`, {});
    await riskManager.done(`/v1/safety-events/${mistaken.id}/eligibility`, {});
    const query = `&standing=all&safetyEventId=${mistaken.id}`;
    await eventually(async () => expect(await workList(0, query)).toHaveLength(1));
    await riskManager.done(`/v1/safety-events/${mistaken.id}/voiding`, { reason: 'error' });
    await eventually(async () => expect(await workList(0, query)).toMatchObject([{ status: 'withdrawn', next: [] }]));
  });
});

it('somebody of the other organization hears of no case', async () => {
  const luis = await journey.as('lakeside-risk-manager');
  expect((await luis.get('/v1/resolution-cases?standing=all')).json()).toMatchObject({ items: [] });
  expect((await luis.get(`/v1/resolution-cases/${line.id}`)).status).toBe(404);
});
