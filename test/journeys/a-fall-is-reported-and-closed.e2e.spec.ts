import { type Job, Queue } from 'bullmq';
import { type Answer, type Client, type ReceiptAnswer } from '../support/client.js';
import { cloudEventProblems } from '../support/cloud-event-rules.js';
import { Journey } from '../support/journey.js';
import { aFall, aRating } from '../support/reports.js';

const NARRATIVE = 'Slipped on the wet floor of room 12 while reaching for the call bell.';
const PATIENT = 'MRN-7731-0042';
const STEPS = [
  'SafetyEventReported',
  'SafetyEventTriaged',
  'SafetyEventConfirmed',
  'LeadershipNotified',
  'LeadershipNotified',
  'SafetyEventClosed',
];
const CHIEF = 'Dr. Imelda Marsh';

interface Line {
  readonly id: string;
  readonly status: string;
  readonly revision: number;
}

let journey: Journey;
let nurse: Client;
let riskManager: Client;
let reported: Answer;
let path: string;
const receipts: ReceiptAnswer[] = [];

beforeAll(async () => {
  journey = await Journey.begin();
  nurse = await journey.as('reporter');
  riskManager = await journey.as('risk-manager');
});
afterAll(() => journey?.end());

/** Takes the next step with the revision that was seen last. */
const next = async (step: string, body: object): Promise<Answer> => {
  const answer = await riskManager.post(`${path}/${step}`, body, { 'if-match': `"${receipts.at(-1)?.revision}"` });
  receipts.push(answer.json<ReceiptAnswer>());
  return answer;
};

describe('a fall', () => {
  it('is reported by a nurse, and has an address from then on', async () => {
    const { facility } = journey.persona('reporter');
    reported = await nurse.post(
      '/v1/safety-events',
      aFall(facility, { narrative: NARRATIVE, immediateActions: 'Helped her up.', patientRef: PATIENT }),
    );
    const receipt = reported.json<ReceiptAnswer>();
    expect(reported.status).toBe(201);
    expect(receipt).toEqual({
      stream: `safety-event-${receipt.id}`,
      id: expect.any(String),
      revision: 1,
      position: await journey.head(),
    });
    expect(reported.headers.get('etag')).toBe('"1"');
    path = reported.headers.get('location') ?? '';
    expect(path).toBe(`/v1/safety-events/${receipt.id}`);
    receipts.push(receipt);
  });

  it('is there for the nurse who reads her own writing', async () => {
    const record = await nurse.get(`${path}?after=${receipts[0]?.position}`);
    expect(record.status).toBe(200);
    expect(record.headers.get('etag')).toBe('"1"');
    expect(record.json()).toMatchObject({
      revision: 1,
      status: 'reported',
      report: { narrative: NARRATIVE, immediateActions: 'Helped her up.', patientRef: PATIENT },
    });
  });

  it.each([
    ['triage', aRating({ rationale: 'A hip fracture, surgery needed.', harmSeverity: 'severe' })],
    ['confirmation', { lists: ['nqf'] }],
    ['leadership-notices', { group: 'c_suite', channel: 'phone', persons: [CHIEF] }],
    ['leadership-notices', { group: 'board', channel: 'meeting', persons: ['Quality committee'] }],
    ['closure', { disposition: 'reviewed', summary: 'The floor is dried at once now.' }],
  ])('takes the step %s, and is further by it', async (step, body) => {
    const answer = await next(step, body);
    const [before, now] = receipts.slice(-2) as [ReceiptAnswer, ReceiptAnswer];
    expect(answer.status).toBe(200);
    expect(answer.headers.get('etag')).toBe(`"${now.revision}"`);
    expect(now).toMatchObject({ stream: before.stream, id: before.id });
    expect(now.revision).toBeGreaterThan(before.revision); // by more than one where a clock moved between
    expect(now.position).toBeGreaterThan(before.position);
  });

  it('refuses a step that was taken on a revision that is no more, and names the one that is', async () => {
    const stale = await riskManager.post(`${path}/voiding`, { reason: 'test' }, { 'if-match': '"3"' });
    expect(stale.status).toBe(412);
    expect(stale.json()).toMatchObject({ type: '/problems/request/stale-revision' });
    expect(stale.json<{ revision: number }>().revision).toBeGreaterThanOrEqual(receipts.at(-1)?.revision ?? 0);
  });

  it('stands in the list and in its record as it was left', async () => {
    const { id, position, revision } = receipts.at(-1) as ReceiptAnswer;
    const list = await riskManager.get(`/v1/safety-events?status=closed&harmSeverity=severe&after=${position}`);
    expect(list.status).toBe(200);
    expect(list.json<{ items: Line[] }>().items).toEqual([
      expect.objectContaining({ id, status: 'closed', serious: true, revision }),
    ]);
    const record = await riskManager.get(`${path}?after=${position}`);
    expect(record.headers.get('etag')).toBe(`"${revision}"`);
    expect(record.json()).toMatchObject({
      id,
      revision,
      position,
      status: 'closed',
      report: { narrative: NARRATIVE, patientRef: PATIENT, harmReported: 'moderate' },
      triage: { rationale: 'A hip fracture, surgery needed.', harmSeverity: 'severe', sacActual: 2 },
      confirmation: { serious: true, lists: ['nqf'] },
      leadershipNotices: [{ group: 'c_suite', persons: [CHIEF] }, { group: 'board' }],
      closure: { disposition: 'reviewed', summary: 'The floor is dried at once now.' },
    });
  });

  it('tells its history: what was done, by whom, and when', async () => {
    const { history } = (await nurse.get(path)).json<{ history: Record<string, unknown>[] }>();
    const [reporter, manager] = [journey.persona('reporter').person, journey.persona('risk-manager').person];
    expect(history.map(({ type }) => type)).toEqual(STEPS);
    expect(history.map(({ revision }) => revision)).toEqual(receipts.map(({ revision }) => revision));
    expect(history.map(({ actor }) => actor)).toEqual([
      { kind: 'staff', id: reporter, role: 'reporter' },
      ...STEPS.slice(1).map(() => ({ kind: 'staff', id: manager, role: 'risk-manager' })),
    ]);
    const recorded = history.map(({ recordedAt }) => String(recordedAt));
    expect([...recorded].sort()).toEqual(recorded);
  });

  it('does not tell the risk manager who reported it', async () => {
    const { text } = await riskManager.get(path);
    expect(text).not.toContain(journey.persona('reporter').person);
  });
});

describe('the outbound queue', () => {
  let jobs: Job[];
  let queue: Queue;

  beforeAll(async () => {
    const { redisUrl, redisPrefix } = journey.database;
    queue = new Queue('outbound', { connection: { url: redisUrl }, prefix: redisPrefix });
    await journey.readersAtHead();
    jobs = await queue.getJobs();
  });
  afterAll(() => queue?.close());

  it('holds every event of the ledger exactly once', async () => {
    const recorded = await journey.database.worker.call<{ id: string; at: string }>({
      text: 'select event_id::text as id, position::text as at from ledger.events order by position',
    });
    const told = jobs.map(({ data }) => ({ id: String(data.id), at: String(data.position) }));
    expect(told.sort((a, b) => Number(a.at) - Number(b.at))).toEqual(recorded);
  });

  it('holds nothing that is no CloudEvent 1.0', () => {
    expect(jobs.flatMap(({ id, data }) => cloudEventProblems(data).map((problem) => `${id}: ${problem}`))).toEqual([]);
  });

  it('tells of the fall what happened and when, and nothing of what was said, whom it was about or who did it', () => {
    const subject = `safety-event/${receipts[0]?.id}`;
    const ours = jobs.map(({ data }) => data).filter((data) => data.subject === subject);
    const steps = ours.map(({ type }) => String(type)).filter((type) => !type.includes('.deadline-'));
    expect(steps.sort()).toEqual(
      [
        'leadership-notified.v1',
        'leadership-notified.v1',
        ...['closed.v2', 'confirmed.v1', 'reported.v2', 'triaged.v1'].map((step) => `safety-event-${step}`),
      ].map((step) => `org.forthright.safety-event.${step}`),
    );
    const people = ['reporter', 'risk-manager'].map((name) => journey.persona(name).person);
    const text = JSON.stringify(ours);
    for (const word of [
      ...people,
      PATIENT,
      CHIEF,
      'wet floor',
      'Helped',
      'fracture',
      'dried',
      'moderate',
      'severe',
      'nqf',
    ])
      expect(text).not.toContain(word);
    for (const data of ours) expect(Object.keys(data)).not.toContain('data');
  });
});

describe('the ledger', () => {
  it('holds when it is verified', async () => {
    const { code, stdout, stderr } = await journey.cli('ledger', 'verify', '--json');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(JSON.parse(stdout)).toMatchObject({ ok: true, positions: await journey.head() });
  });
});
