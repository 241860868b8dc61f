import { randomUUID } from 'node:crypto';
import type { Answer, Client, ProblemAnswer } from '../support/client.js';
import { Journey } from '../support/journey.js';
import { aFall, aRating, hoursAgo } from '../support/reports.js';

/** What nobody outside may learn: a stack, a file of ours, a statement, a driver's words. */
const INSIDE =
  /\n\s+at |node_modules|\/(apps|libs|dist)\/|\.[jt]s:\d|\b(select|insert into|pg_|relation|violates)\b|SQLSTATE/i;
const NUL = '\\u0000';
const HALF = '\\ud800';
const DAY = 24;
const MEGABYTE = 2 ** 20;

let journey: Journey;
let nurse: Client;
let manager: Client;
let facility: string;
/** One safety event in each state. */
const inState: Record<'reported' | 'triaged' | 'confirmed' | 'closed' | 'voided', string> = {
  reported: '',
  triaged: '',
  confirmed: '',
  closed: '',
  voided: '',
};

beforeAll(async () => {
  journey = await Journey.begin();
  nurse = await journey.as('reporter');
  manager = await journey.as('risk-manager');
  facility = journey.persona('reporter').facility;
  const steps = [
    ['triage', aRating()],
    ['confirmation', {}],
    ['closure', { disposition: 'reviewed' }],
  ] as const;
  for (const [nth, state] of (['reported', 'triaged', 'confirmed', 'closed'] as const).entries()) {
    const { id } = await nurse.done('/v1/safety-events', aFall(facility));
    for (const [step, body] of steps.slice(0, nth)) await manager.done(`/v1/safety-events/${id}/${step}`, body);
    inState[state] = id;
  }
  const { id } = await nurse.done('/v1/safety-events', aFall(facility));
  await manager.done(`/v1/safety-events/${id}/voiding`, { reason: 'error' });
  inState.voided = id;
  await journey.readersAtHead();
});
afterAll(() => journey?.end());

/** Sends something, and sees to it that the ledger stays as it was and that the answer gives nothing away. */
const refused = async (send: () => Promise<Answer>): Promise<ProblemAnswer> => {
  const before = await journey.head();
  const { status, headers, text } = await send();
  expect({ status, text }).toEqual({ status: expect.any(Number), text: expect.not.stringMatching(INSIDE) });
  expect(headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  expect(status).toBeGreaterThanOrEqual(400);
  expect(status).toBeLessThan(500);
  expect(await journey.head()).toBe(before);
  const problem = JSON.parse(text) as ProblemAnswer;
  expect(problem).toMatchObject({ type: expect.stringMatching(/^\/problems\//), status, title: expect.any(String) });
  return problem;
};

const report = (body: unknown, headers: Record<string, string> = {}) =>
  refused(() => nurse.post('/v1/safety-events', body, headers));

const fieldsOf = ({ errors = [] }: ProblemAnswer): string[] => errors.map(({ field }) => field);

describe('a report whose fields are not what they should be is refused, and the field named:', () => {
  it.each<[string, Record<string, unknown>, string]>([
    ['a class that there is not', { eventClass: 'accident' }, 'eventClass'],
    ['no class', { eventClass: undefined }, 'eventClass'],
    ['a number for a code', { category: 7 }, 'category'],
    ['null for a code', { category: null }, 'category'],
    ['a list for a code', { harmed: ['patient'] }, 'harmed'],
    ['a number for a text', { narrative: 42 }, 'narrative'],
    ['an object for a text', { narrative: { text: 'x' } }, 'narrative'],
    ['null for a text', { narrative: null }, 'narrative'],
    ['an empty text', { narrative: '' }, 'narrative'],
    ['a text of blanks', { narrative: ' \n\t ' }, 'narrative'],
    ['a text that is too long', { narrative: 'x'.repeat(20_001) }, 'narrative'],
    ['a record number that is too long', { patientRef: '1'.repeat(101) }, 'patientRef'],
    ['a text for a group', { eventAt: '2026-03-02T09:00:00Z' }, 'eventAt'],
    ['a list for a group', { eventAt: [] }, 'eventAt'],
    ['no time', { eventAt: undefined }, 'eventAt'],
    ['a date without a zone', { eventAt: { value: '2026-03-02T09:00:00', precision: 'exact' } }, 'eventAt.value'],
    ['a date without a time', { eventAt: { value: '2026-03-02', precision: 'day' } }, 'eventAt.value'],
    ['a day that no calendar has', { eventAt: { value: '2026-02-30T09:00:00Z', precision: 'exact' } }, 'eventAt.value'],
    [
      'a year that no database has',
      { eventAt: { value: '0000-01-01T00:00:00Z', precision: 'exact' } },
      'eventAt.value',
    ],
    ['a number for a time', { eventAt: { value: 1_772_442_000, precision: 'exact' } }, 'eventAt.value'],
    ['a precision that there is not', { eventAt: { value: hoursAgo(1), precision: 'second' } }, 'eventAt.precision'],
    ['an unknown part', { eventAt: { value: hoursAgo(1), precision: 'exact', zone: 'UTC' } }, 'eventAt.zone'],
    ['a facility that is no id', { facilityId: 'St. Mary' }, 'facilityId'],
    ['a facility in braces', { facilityId: `{${randomUUID()}}` }, 'facilityId'],
    ['no facility', { facilityId: undefined }, 'facilityId'],
    ['an unknown field', { severity: 'high' }, 'severity'],
    ["a field that is the server's own", { reporter: randomUUID() }, 'reporter'],
    ['a field of imports only', { mapping: 'maude-1' }, 'mapping'],
    ['a reason that there is not', { reasonCode: 'because' }, 'reasonCode'],
  ])('%s', async (_, different, field) => {
    const problem = await report(aFall(facility, different));
    expect(problem).toMatchObject({ type: '/problems/request/invalid', status: 400 });
    expect(fieldsOf(problem)).toEqual([field]);
  });

  it('all of them at once', async () => {
    const problem = await report(aFall(facility, { harmed: 'nobody', severity: 1, narrative: 3 }));
    expect(fieldsOf(problem).sort()).toEqual(['harmed', 'narrative', 'severity']);
  });
});

describe('a body that is no JSON object with one meaning is refused:', () => {
  const withNarrative = (raw: string) => JSON.stringify(aFall(facility)).replace('Slipped', raw);
  const nested = (open: string, close: string, inside = '1') => `${open.repeat(2000)}${inside}${close.repeat(2000)}`;

  it.each<[string, () => string, string]>([
    ['NUL in a text', () => withNarrative(NUL), 'narrative'],
    ['half of a surrogate pair in a text', () => withNarrative(HALF), 'narrative'],
    ['halves in the wrong order', () => withNarrative('\\udc00\\ud800'), 'narrative'],
    ['a control character as it is', () => withNarrative('\u0001'), 'narrative'],
    ['NUL in a name', () => `{"narr${NUL}ative": "x"}`, 'narr\uFFFDative'],
    ['a key twice', () => `{"harmed": "patient", "harmed": "staff"}`, 'harmed'],
    ['a key twice, once in disguise', () => `{"harmed": "patient", "h\\u0061rmed": "staff"}`, 'harmed'],
    ['a key twice further in', () => `{"eventAt": {"value": "a", "value": "b"}}`, 'eventAt.value'],
    ['a name that reaches for prototypes', () => `{"__proto__": {"narrative": "x"}}`, '__proto__'],
    ['such a name further in', () => `{"eventAt": {"constructor": {}}}`, 'eventAt.constructor'],
  ])('%s', async (_, body, field) => {
    const problem = await report(body());
    expect(problem).toMatchObject({ type: '/problems/request/invalid', status: 400 });
    expect(fieldsOf(problem)).toEqual([field]);
  });

  it.each<[string, () => string]>([
    ['lists two thousand deep', () => `{"narrative": ${nested('[', ']')}}`],
    ['objects two thousand deep', () => nested('{"a":', '}')],
    ['a list', () => '[]'],
    ['null', () => 'null'],
    ['a text', () => '"report"'],
    ['a number', () => '1e400'],
    ['half an object', () => '{"narrative": "x"'],
    ['something after the object', () => '{} {}'],
    ['a comment', () => '{} // all of it'],
    ['a comma too many', () => '{"harmed": "patient",}'],
    ['a number that is none', () => '{"harmed": NaN}'],
    ['XML', () => '<report/>'],
  ])('%s', async (_, body) => {
    expect(await report(body())).toMatchObject({ type: '/problems/request/invalid', status: 400 });
  });

  it('nothing at all: every field that is missing is named', async () => {
    for (const body of ['', '{}'])
      expect(fieldsOf(await report(body))).toEqual(['eventClass', 'harmed', 'eventAt', 'facilityId']);
  });

  it('two megabytes', async () => {
    const body = JSON.stringify(aFall(facility, { narrative: 'x'.repeat(2 * MEGABYTE) }));
    expect(await report(body)).toMatchObject({ type: '/problems/request/too-large', status: 413 });
  });

  it.each([
    ['text/plain', {}],
    ['application/json; charset=utf-16', {}],
    ['application/x-www-form-urlencoded', {}],
    ['application/json', { 'content-encoding': 'gzip' }],
  ])('%s, %j', async (type, headers) => {
    const problem = await report(aFall(facility), { 'content-type': type, ...headers });
    expect(problem).toMatchObject({ type: '/problems/request/unsupported-media', status: 415 });
  });

  it('bytes that are no UTF-8', async () => {
    const [head, tail] = JSON.stringify(aFall(facility)).split('Slipped') as [string, string];
    const bytes = Buffer.concat([Buffer.from(head), Buffer.from([0xc3, 0x28]), Buffer.from(tail)]);
    expect(await refused(() => nurse.post('/v1/safety-events', bytes))).toMatchObject({ status: 400 });
  });
});

describe('a report that cannot be true is refused, and the refusal has a code:', () => {
  const at = (hours: number, precision = 'exact') => ({ value: hoursAgo(hours), precision });

  it.each<[string, () => Record<string, unknown>, string, string]>([
    ['it happens tomorrow', () => ({ eventAt: at(-DAY) }), 'safety-event/in-the-future', 'eventAt'],
    [
      'it happens tomorrow, roughly',
      () => ({ eventAt: at(-DAY, 'estimated') }),
      'safety-event/in-the-future',
      'eventAt',
    ],
    [
      'it happens in four minutes, by a clock that is five minutes ahead',
      () => ({ eventAt: at(-4 / 60), reportedAt: hoursAgo(-4.5 / 60) }),
      'safety-event/in-the-future',
      'eventAt',
    ],
    [
      'it is discovered tomorrow',
      () => ({ discoveredAt: at(-DAY) }),
      'safety-event/reported-before-discovery',
      'discoveredAt',
    ],
    [
      'it was discovered before it happened',
      () => ({ eventAt: at(2), discoveredAt: at(3) }),
      'safety-event/discovered-before-it-happened',
      'discoveredAt',
    ],
    [
      'a near miss that harmed',
      () => ({ eventClass: 'near_miss' }),
      'safety-event/harm-without-incident',
      'harmReported',
    ],
    [
      'an unsafe condition that killed',
      () => ({ eventClass: 'unsafe_condition', harmReported: 'death' }),
      'safety-event/harm-without-incident',
      'harmReported',
    ],
    [
      'harm to nobody',
      () => ({ patientRef: undefined, harmReported: 'severe' }),
      'safety-event/harm-to-nobody',
      'harmReported',
    ],
    [
      'nothing is told',
      () => ({ narrative: undefined, category: undefined }),
      'safety-event/nothing-told',
      'narrative',
    ],
    [
      'a facility that there is not',
      () => ({ facilityId: randomUUID() }),
      'safety-event/unknown-facility',
      'facilityId',
    ],
    [
      'a facility of another organization',
      () => ({ facilityId: journey.persona('lakeside-reporter').facility }),
      'safety-event/unknown-facility',
      'facilityId',
    ],
    ['a unit that there is not', () => ({ unitId: randomUUID() }), 'safety-event/unknown-unit', 'unitId'],
    ['it was reported tomorrow', () => ({ reportedAt: hoursAgo(-DAY) }), 'envelope/in-the-future', 'reportedAt'],
    [
      'it comes two days late and does not say why',
      () => ({ eventAt: at(3 * DAY), reportedAt: hoursAgo(2 * DAY) }),
      'envelope/late-without-reason',
      'reasonCode',
    ],
    [
      'it comes forty days late and nobody approved',
      () => ({ eventAt: at(41 * DAY), reportedAt: hoursAgo(40 * DAY), reasonCode: 'paper-report' }),
      'envelope/late-without-approver',
      'approver',
    ],
    [
      'it comes forty days late and the reporter approved it herself',
      () => ({
        eventAt: at(41 * DAY),
        reportedAt: hoursAgo(40 * DAY),
        reasonCode: 'paper-report',
        approver: journey.persona('reporter').person,
      }),
      'envelope/late-without-approver',
      'approver',
    ],
    [
      'somebody approved who does not work here',
      () => ({
        eventAt: at(41 * DAY),
        reportedAt: hoursAgo(40 * DAY),
        reasonCode: 'paper-report',
        approver: journey.persona('lakeside-risk-manager').person,
      }),
      'people/unknown-person',
      'approver',
    ],
  ])('%s', async (_, different, code, field) => {
    const problem = await report(aFall(facility, different()));
    expect(problem).toMatchObject({ type: `/problems/${code}`, status: 409 });
    expect(fieldsOf(problem)).toEqual([field]);
  });
});

describe('a step that cannot be taken is refused:', () => {
  it.each<[string, keyof typeof inState, string, object, string]>([
    ['to confirm what was not triaged', 'reported', 'confirmation', {}, 'not-triaged'],
    ['to close what was not triaged', 'reported', 'closure', { disposition: 'reviewed' }, 'not-confirmed'],
    ['to close what was not confirmed', 'triaged', 'closure', { disposition: 'reviewed' }, 'not-confirmed'],
    ['to triage twice', 'triaged', 'triage', aRating(), 'already-triaged'],
    ['to confirm twice', 'confirmed', 'confirmation', {}, 'already-confirmed'],
    ['to triage what is confirmed', 'confirmed', 'triage', aRating(), 'already-triaged'],
    ['to close twice', 'closed', 'closure', { disposition: 'reviewed' }, 'not-confirmed'],
    ['to triage what was voided', 'voided', 'triage', aRating(), 'voided'],
    ['to void twice', 'voided', 'voiding', { reason: 'error' }, 'voided'],
    ['an incident without a code', 'reported', 'triage', aRating({ sacActual: undefined }), 'sac-missing'],
    ['harm in a near miss', 'reported', 'triage', aRating({ eventClass: 'near_miss' }), 'harm-without-incident'],
  ])('%s', async (_, state, step, body, code) => {
    const problem = await refused(() => manager.post(`/v1/safety-events/${inState[state]}/${step}`, body));
    expect(problem).toMatchObject({ type: `/problems/safety-event/${code}`, status: 409 });
  });

  it.each<[string, string, object, string]>([
    ['a safety assessment code of 4', 'triage', aRating({ sacActual: 4 }), 'sacActual'],
    ['a safety assessment code of 1.5', 'triage', aRating({ sacPotential: 1.5 }), 'sacPotential'],
    ['a safety assessment code as text', 'triage', aRating({ sacActual: '2' }), 'sacActual'],
    ['a list of lists', 'confirmation', { lists: [['nqf']] }, 'lists'],
    ['the same list twice', 'confirmation', { lists: ['nqf', 'nqf'] }, 'lists'],
    ['a text for a list', 'confirmation', { lists: 'nqf' }, 'lists'],
    ['no disposition', 'closure', {}, 'disposition'],
    ['a reason that there is not', 'voiding', { reason: 'regret' }, 'reason'],
    ['who did it, said by the one who did', 'voiding', { reason: 'test', by: randomUUID() }, 'by'],
  ])('%s', async (_, step, body, field) => {
    const problem = await refused(() => manager.post(`/v1/safety-events/${inState.reported}/${step}`, body));
    expect(problem.status).toBe(400);
    expect(fieldsOf(problem)).toEqual([field]);
  });

  it('on what is not there', async () => {
    const problem = await refused(() => manager.post(`/v1/safety-events/${randomUUID()}/triage`, aRating()));
    expect(problem).toMatchObject({ type: '/problems/not-found', status: 404 });
  });
});

describe('headers that say nothing or too much are refused:', () => {
  it.each<[string, Record<string, string>, string]>([
    ['no idempotency key', { 'idempotency-key': '' }, 'Idempotency-Key'],
    ['an idempotency key of blanks', { 'idempotency-key': 'two words' }, 'Idempotency-Key'],
    ['an idempotency key that is too long', { 'idempotency-key': 'k'.repeat(201) }, 'Idempotency-Key'],
    ['an idempotency key that is not ASCII', { 'idempotency-key': 'schl\u00fcssel' }, 'Idempotency-Key'],
    ['a revision without quotes', { 'if-match': '1' }, 'If-Match'],
    ['a weak revision', { 'if-match': 'W/"1"' }, 'If-Match'],
    ['any revision', { 'if-match': '*' }, 'If-Match'],
    ['several revisions', { 'if-match': '"1", "2"' }, 'If-Match'],
    ['the revision zero', { 'if-match': '"0"' }, 'If-Match'],
    ['a negative revision', { 'if-match': '"-1"' }, 'If-Match'],
    ['a revision beyond all numbers', { 'if-match': `"${'9'.repeat(40)}"` }, 'If-Match'],
  ])('%s', async (_, headers, field) => {
    const path = `/v1/safety-events/${inState.reported}/triage`;
    const problem = await refused(() => manager.post(path, aRating(), headers));
    expect(problem.status).toBe(400);
    expect(fieldsOf(problem)).toEqual([field]);
  });
});

describe('a question that nobody can answer is refused:', () => {
  const cursor = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

  it.each<[string, string, string]>([
    ['a cursor that is noise', 'cursor=%25%25%25', 'cursor'],
    ['a cursor that nobody gave out', `cursor=${cursor({ key: 1 })}`, 'cursor'],
    ['a cursor on a day that is not', `cursor=${cursor(['2026-02-30T00:00:00.000Z', randomUUID()])}`, 'cursor'],
    ['a cursor with SQL in it', `cursor=${cursor(["2026-02-03T00:00:00.000Z' or 1=1", randomUUID()])}`, 'cursor'],
    ['a cursor with NUL in it', `cursor=${cursor(['2026-02-03T00:00:00.000Z', '\0'])}`, 'cursor'],
    ['a cursor that is too long', `cursor=${'a'.repeat(501)}`, 'cursor'],
    ['two cursors', 'cursor=a&cursor=b', 'cursor'],
    ['a huge limit', 'limit=1000000000', 'limit'],
    ['a limit beyond all numbers', `limit=${'9'.repeat(400)}`, 'limit'],
    ['a limit of none', 'limit=0', 'limit'],
    ['a negative limit', 'limit=-1', 'limit'],
    ['a limit in words', 'limit=ten', 'limit'],
    ['a limit in powers', 'limit=1e2', 'limit'],
    ['an empty limit', 'limit=', 'limit'],
    ['a status that there is not', 'status=lost', 'status'],
    ['two statuses', 'status=reported&status=closed', 'status'],
    ['a facility that is no id', 'facilityId=1', 'facilityId'],
    ['a day without a zone', 'reportedFrom=2026-03-02', 'reportedFrom'],
    ['a position that is none', 'after=-1', 'after'],
    ['a filter that there is not', 'narrative=fall', 'narrative'],
  ])('%s', async (_, query, field) => {
    const problem = await refused(() => manager.get(`/v1/safety-events?${query}`));
    expect(problem.status).toBe(400);
    expect(fieldsOf(problem)).toEqual([field]);
  });

  it.each<[string, string, number]>([
    ['an id that is none', '/v1/safety-events/42', 400],
    ['an id with NUL in it', '/v1/safety-events/%00', 400],
    ['an id that is no text', '/v1/safety-events/%ff', 400],
    ['an id of a kilobyte', `/v1/safety-events/${'a'.repeat(1024)}`, 414],
    ['a way up', '/v1/safety-events/..%2f..%2fetc%2fpasswd', 400],
    ['an address that is not there', '/v1/nothing', 404],
    ['a verb that is not there', '/v1/safety-events/closure', 400],
  ])('%s', async (_, path, status) => {
    expect((await refused(() => manager.get(path))).status).toBe(status);
  });
});

describe('and after all of it', () => {
  it('the api is still there, and has seen no fault of its own', async () => {
    expect((await manager.get('/health/ready')).status).toBe(200);
    expect(journey.forthright.api.output).not.toContain('a request failed');
  });
});
