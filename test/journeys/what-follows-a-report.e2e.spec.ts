import { randomUUID } from 'node:crypto';
import { isRider } from '#kernel/core';
import type { Client, ProblemAnswer, ReceiptAnswer } from '../support/client.js';
import { eventually } from '../support/index.js';
import { Journey } from '../support/journey.js';
import { aFall, aRating, hoursAgo } from '../support/reports.js';

let journey: Journey;
let nurse: Client;
let liaison: Client;
let manager: Client;
let stranger: Client;
let facility: string;

beforeAll(async () => {
  journey = await Journey.begin();
  nurse = await journey.as('reporter');
  liaison = await journey.as('liaison');
  manager = await journey.as('risk-manager');
  stranger = await journey.as('lakeside-risk-manager');
  facility = journey.persona('reporter').facility;
});
afterAll(() => journey?.end());

const report = (different = {}, by = nurse): Promise<ReceiptAnswer> =>
  by.done('/v1/safety-events', aFall(facility, different));
const on = (id: string, step: string, body: object): Promise<ReceiptAnswer> =>
  manager.done(`/v1/safety-events/${id}/${step}`, body);

interface Stored {
  readonly type: string;
  readonly actor: string;
  readonly data: string;
}

const stored = async (id: string): Promise<Stored[]> => {
  const text = 'select type, actor, data::text as data from ledger.events where stream = $1 order by revision';
  return journey.database.worker.call<Stored>({ text, values: [`safety-event-${id}`] });
};
/** What was recorded of it; clocks ride along when their worker comes to it. */
const typesOf = async (id: string): Promise<string[]> =>
  (await stored(id)).map(({ type }) => type).filter((type) => !isRider(type));
const lastOf = async (id: string) => JSON.parse((await stored(id)).at(-1)?.data ?? '{}') as Record<string, unknown>;

/** What a command was refused for, as code and field. */
const refusalOf = async (client: Client, id: string, step: string, body: object) => {
  const answer = await client.post(`/v1/safety-events/${id}/${step}`, body);
  const { type, errors } = answer.json<ProblemAnswer>();
  return [answer.status, type.split('/').at(-1), errors?.[0]?.field];
};

describe('a near miss', () => {
  it('is reported in two fields, and one that somebody caught in three', async () => {
    const hazard = await nurse.post('/v1/safety-events/quick', {
      what: 'A loose rail.',
      where: { facilityId: facility },
    });
    expect(hazard.status).toBe(201);
    expect(await lastOf(hazard.json<ReceiptAnswer>().id)).toMatchObject({ eventClass: 'unsafe_condition' });
    const caught = await nurse.done('/v1/safety-events/quick', {
      what: 'The wrong vial.',
      where: { facilityId: facility },
      when: hoursAgo(1),
      wentWell: 'The second check found it.',
    });
    expect(await lastOf(caught.id)).toMatchObject({
      eventClass: 'near_miss',
      reporter: journey.persona('reporter').person,
    });
  });

  it('is no fall (standards.md 1)', async () => {
    const answer = await nurse.post(
      '/v1/safety-events',
      aFall(facility, { eventClass: 'near_miss', harmReported: 'no_harm' }),
    );
    expect([answer.status, answer.json<ProblemAnswer>().errors?.[0]?.field]).toEqual([409, 'category']);
  });
});

describe('an anonymous report', () => {
  it('names nobody, not even as who acted (INV-12)', async () => {
    const { id } = await report({ confidentiality: 'anonymous' });
    const [first] = await stored(id);
    expect(first?.actor).toBe('anonymous/-/reporter');
    expect(first?.data).not.toContain(journey.persona('reporter').person);
    expect(await refusalOf(nurse, id, 'addenda', { words: 'It was me.' })).toEqual([404, 'not-found', undefined]);
    expect(await refusalOf(manager, id, 'messages', { words: 'Who are you?' })).toEqual([
      409,
      'nobody-to-reach',
      undefined,
    ]);
  });
});

describe('harm to staff', () => {
  it('is a report like any other', async () => {
    const { id } = await report({
      harmed: 'staff',
      category: 'workforce',
      patientRef: undefined,
      workforce: { kind: 'violence_physical', daysAway: 3, oshaRecordable: 'yes' },
    });
    await on(id, 'triage', aRating({ type: 'workforce' }));
    expect(await typesOf(id)).toEqual(['SafetyEventReported', 'SafetyEventTriaged']);
  });
});

describe('the reporter', () => {
  it('adds to their own report, is asked, answers, and is told what came of it', async () => {
    const { id } = await report();
    await nurse.done(`/v1/safety-events/${id}/addenda`, { words: 'It had been mopped at eight.' });
    await on(id, 'messages', { words: 'Was the sign out?' });
    await nurse.done(`/v1/safety-events/${id}/messages`, { words: 'It stood behind the door.' });
    await on(id, 'feedback', { summary: 'Floors are dried at once.', changeMade: true, channel: 'in_app' });
    expect(await typesOf(id)).toEqual([
      'SafetyEventReported',
      'AddendumWritten',
      'ReporterMessageExchanged',
      'ReporterMessageExchanged',
      'ReporterFeedbackGiven',
    ]);
  });

  it('of another report reads the same as a stranger', async () => {
    const { id } = await report();
    const addendum = (client: Client, of: string) => client.post(`/v1/safety-events/${of}/addenda`, { words: 'Mine?' });
    const answers = [await addendum(liaison, id), await addendum(stranger, id), await addendum(nurse, randomUUID())];
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
  });
});

describe('what is owed', () => {
  it('keeps a safety event open: the review that a code of 3 asks for, and the report to an authority (INV-07)', async () => {
    const { id } = await report();
    await on(
      id,
      'triage',
      aRating({ sacActual: 3, route: 'rca2', assessment: { basis: 'chart', duration: 'temporary' } }),
    );
    expect(await typesOf(id)).toEqual([
      'SafetyEventReported',
      'SafetyEventTriaged',
      'HarmSeverityAssessed',
      'ReviewRequired',
    ]);
    await on(id, 'confirmation', {});
    await on(id, 'flags', { flag: 'externally_reportable', raised: true });
    const reviewed = { disposition: 'reviewed', reviewReference: 'RCA-2026-07' };
    expect(await refusalOf(manager, id, 'closure', reviewed)).toEqual([409, 'external-report-owed', undefined]);
    await on(id, 'external-reports', { authority: 'state_health_department', jurisdiction: 'US-CO' });
    expect(await refusalOf(manager, id, 'closure', { disposition: 'trended' })).toEqual([
      409,
      'review-owed',
      'disposition',
    ]);
    expect(await refusalOf(manager, id, 'closure', { disposition: 'reviewed' })).toEqual([
      409,
      'review-owed',
      'reviewReference',
    ]);
    await on(id, 'closure', reviewed);
    await on(id, 'reopening', { newInformation: 'The device log came.', source: 'chart_trigger' });
    await on(id, 'transfer', {
      toOrganization: 'Lakeside Hospital',
      acceptedBy: 'Risk office',
      acceptedAt: hoursAgo(0),
      what: ['report'],
    });
    expect(await refusalOf(manager, id, 'feedback', { summary: 'x', channel: 'phone' })).toEqual([
      409,
      'transferred',
      undefined,
    ]);
  });
});

describe('a risk manager', () => {
  it('writes down what follows', async () => {
    const { id } = await report();
    const other = await report();
    const { person } = journey.persona('liaison');
    await on(id, 'assignment', { owner: person });
    await on(id, 'evidence', { items: ['device', 'monitor_strip'], description: 'Locked room 3.' });
    await on(id, 'involved-staff', { staff: person, involvement: 'witness' });
    await on(id, 'patients', { patientRef: 'MRN-0042', facts: { race: ['white', 'asian'], language: 'es' } });
    const { patient } = (await lastOf(id)) as { patient: string };
    await on(id, 'patients', { patientRef: 'MRN-0099' });
    expect((await lastOf(id)).patient).not.toBe(patient);
    await on(id, 'deaths', { patient, diedAt: { value: hoursAgo(0), precision: 'day' }, source: 'clinical_record' });
    await on(id, 'review-requirement', { method: 'local_review', trigger: 'policy' });
    await on(id, 'harm-assessments', { to: 'death', basis: 'autopsy' });
    await on(id, 'pso-submissions', { psoId: 'P0042', kind: 'serious_event', format: 'common-formats-h-1.2' });
    await on(id, 'corrections', { eventAt: { value: hoursAgo(3), precision: 'hour' }, why: 'The monitor says so.' });
    await on(id, 'links', { otherId: other.id, kind: 'related' });
    await on(id, `duplicates/${other.id}/dismissal`, {});
    await on(id, 'triage', aRating());
    await on(id, 'redirection', { to: 'privacy', owner: person });
    await on(id, 'return', {});
    expect((await typesOf(id)).slice(-3)).toEqual([
      'SafetyEventTriaged',
      'SafetyEventRedirected',
      'SafetyEventReturned',
    ]);
    expect(await typesOf(id)).toHaveLength(16);
  });

  it('names nobody and nothing that is not of the organization (INV-06)', async () => {
    const { id } = await report();
    const lakes = await stranger.done('/v1/safety-events', aFall(journey.persona('lakeside-reporter').facility));
    const { person } = journey.persona('lakeside-reporter');
    expect(await refusalOf(manager, id, 'assignment', { owner: person })).toEqual([409, 'unknown-person', 'owner']);
    expect(await refusalOf(manager, id, 'involved-staff', { staff: person, involvement: 'witness' })).toEqual([
      409,
      'unknown-person',
      'staff',
    ]);
    expect(await refusalOf(manager, id, 'links', { otherId: lakes.id, kind: 'related' })).toEqual([
      409,
      'unknown-safety-event',
      'otherId',
    ]);
    expect(await refusalOf(manager, id, 'merge', { intoEventId: lakes.id, matchBasis: ['time'] })).toEqual([
      409,
      'unknown-safety-event',
      'intoEventId',
    ]);
    expect(await refusalOf(manager, id, 'corrections', { unitId: randomUUID(), why: 'Another ward.' })).toEqual([
      409,
      'unknown-unit',
      'unitId',
    ]);
    for (const [step, body] of Object.entries(BODIES))
      expect([step, (await stranger.post(`/v1/safety-events/${id}/${step}`, body)).status]).toEqual([step, 404]);
  });
});

/** Bodies that are well formed, in whichever organization. */
const BODIES: Readonly<Record<string, object>> = {
  merge: { intoEventId: '0192a000-0000-7000-8000-000000000021', matchBasis: ['time'] },
  unmerge: {},
  corrections: { category: 'other', why: 'Another one.' },
};

describe('duplicates', () => {
  const merge = (id: string, intoEventId: string) => on(id, 'merge', { intoEventId, matchBasis: ['time', 'place'] });

  it('are merged in a chain, the earliest remaining, and unmerged from its end', async () => {
    const [a, b, c] = [await report(), await report(), await report()];
    expect(await refusalOf(manager, a.id, 'merge', { intoEventId: b.id, matchBasis: ['time'] })).toEqual([
      409,
      'earlier-remains',
      'intoEventId',
    ]);
    await merge(c.id, b.id);
    await eventually(async () => expect(await typesOf(b.id)).toEqual(['SafetyEventReported', 'DuplicateAbsorbed']));
    await merge(b.id, a.id);
    await eventually(async () => expect(await typesOf(a.id)).toEqual(['SafetyEventReported', 'DuplicateAbsorbed']));
    expect(await refusalOf(manager, c.id, 'unmerge', {})).toEqual([409, 'merged-further', undefined]);
    expect(await refusalOf(manager, c.id, 'triage', aRating())).toEqual([409, 'merged', undefined]);
    await on(b.id, 'unmerge', { reason: 'Another bed.' });
    await eventually(async () => expect((await typesOf(a.id)).at(-1)).toBe('DuplicateReleased'));
    await on(c.id, 'unmerge', {});
    await eventually(async () => expect((await typesOf(b.id)).at(-1)).toBe('DuplicateReleased'));
    await on(c.id, 'triage', aRating());
  });

  it('are told apart by record numbers, without opening them (INV-11)', async () => {
    const ours = await report({ patientRef: 'MRN 0042' });
    const theirs = await report({ patientRef: 'MRN-7777' });
    const same = await report({ patientRef: 'mrn-0042' });
    expect(await refusalOf(manager, theirs.id, 'merge', { intoEventId: ours.id, matchBasis: ['time'] })).toEqual([
      409,
      'other-patient',
      'intoEventId',
    ]);
    await merge(same.id, ours.id);
  });
});

describe('triage in bulk', () => {
  interface Verdicts {
    readonly verdicts: readonly { id: string; triaged: boolean; revision?: number; refusal?: { code: string } }[];
  }

  it('has a verdict for each line, the same when it is sent again', async () => {
    const [one, two] = [await report(), await report()];
    await on(two.id, 'triage', aRating());
    const lines = [one.id, two.id, randomUUID()].map((id) => ({ id, ...aRating() }));
    const key = { 'idempotency-key': randomUUID() };
    const answer = await manager.post('/v1/safety-events/triage-batch', { lines }, key);
    expect(answer.status).toBe(200);
    const { verdicts } = answer.json<Verdicts>();
    expect(verdicts.map(({ triaged, refusal }) => [triaged, refusal?.code])).toEqual([
      [true, undefined],
      [false, 'safety-event/already-triaged'],
      [false, 'safety-event/not-found'],
    ]);
    const again = await manager.post('/v1/safety-events/triage-batch', { lines }, key);
    expect(again.text).toBe(answer.text);
    const other = { lines: [{ ...lines[0], harmSeverity: 'mild' }] };
    expect((await manager.post('/v1/safety-events/triage-batch', other, key)).status).toBe(422);
    expect((await nurse.post('/v1/safety-events/triage-batch', { lines })).status).toBe(403);
    expect((await manager.post('/v1/safety-events/triage-batch', { lines: [] })).status).toBe(400);
  });
});
