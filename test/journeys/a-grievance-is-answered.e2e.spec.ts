import { createHash, randomUUID } from 'node:crypto';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import {
  IdentifySubmitter,
  ReadConcernStatus,
  SendConcernMessage,
  SubmitConcern,
  SupplementConcern,
  safetyEventOf,
  WithdrawConcern,
} from '#concerns';
import { Refusal } from '#kernel/core';
import type { Envelope } from '#kernel/ledger';
import { connectedConfig, TimeOrderedIds } from '#kernel/platform';
import { ReportSafetyEvent } from '#safety-events';
import { commandApp } from '../../apps/cli/src/session/command-app.js';
import type { Answer, Client, ReceiptAnswer } from '../support/client.js';
import { eventually } from '../support/eventually.js';
import { Journey } from '../support/journey.js';
import { PublicVisitor } from '../support/public-visitor.js';
import { hoursAgo } from '../support/reports.js';

const WORDS = 'They gave my mother the medicine of another patient.';
const NAME = 'Maria Ruiz';
const RESULTS = 'Two labels were swapped at the counter.';
const CODE = 'hash-of-her-code';

interface Line {
  readonly id: string;
  readonly status: string;
  readonly next: readonly { readonly step: string; readonly late: boolean }[];
}
interface Item {
  readonly code: string;
  readonly urgency: string;
  readonly about: string;
}

let journey: Journey;
let riskManager: Client;
let liaison: Client;
let nurse: Client;
let letter: ReceiptAnswer;
let inProcess: Awaited<ReturnType<typeof commandApp>>;
const ids = new TimeOrderedIds();

const aLetter = (different: Readonly<Record<string, unknown>> = {}) => ({
  channel: 'letter',
  facilityId: journey.persona('reporter').facility,
  receivedAt: hoursAgo(3),
  language: 'es-MX',
  submitterRole: 'family',
  aboutSelf: false,
  anonymous: false,
  submitterName: NAME,
  contact: { phone: '555 0100' },
  patientRef: 'MRN-0042',
  narrative: WORDS,
  category: 'medicine',
  stillAtRisk: false,
  wishes: ['explanation'],
  mayContact: true,
  mayShareIdentity: false,
  maySurvey: false,
  ...different,
});
const on = (concern: { id: string }, step: string, body: object = {}, by: Client = riskManager) =>
  by.post(`/v1/concerns/${concern.id}/${step}`, body);
const done = (concern: { id: string }, step: string, body: object = {}, by: Client = riskManager) =>
  by.done(`/v1/concerns/${concern.id}/${step}`, body);
const refusalOf = (answer: Answer) => [answer.status, answer.json().type];
const inbox = async (by: Client, after: number, query = ''): Promise<readonly Line[]> => {
  const answer = await by.get(`/v1/concerns?after=${after}${query}`);
  expect(answer.status).toBe(200);
  return answer.json<{ items: Line[] }>().items;
};
const noticesOf = async (persona: string) =>
  (await (await journey.as(persona)).get('/v1/inbox')).json<{ items: Item[] }>().items;
const person = (name: string) => journey.persona(name).person;

/** What somebody sends who holds a code, or thinks so. */
const fromOutside = (different: Partial<Envelope> = {}): Envelope => ({
  org: journey.persona('reporter').org,
  actor: { kind: 'anonymous', role: 'family' },
  commandId: ids.next(),
  requestHash: createHash('sha256').update('a request').digest(),
  correlationId: ids.next(),
  ...different,
});

beforeAll(async () => {
  journey = await Journey.begin();
  riskManager = await journey.as('risk-manager');
  liaison = await journey.as('liaison');
  nurse = await journey.as('reporter');
  const { url, redisUrl, redisPrefix } = journey.database;
  inProcess = await commandApp(
    connectedConfig({
      ...process.env,
      NODE_ENV: 'development',
      DATABASE_URL: url,
      REDIS_URL: redisUrl,
      REDIS_PREFIX: redisPrefix,
      DATA_DIR: journey.forthright.dataDir,
    }),
  );
});
afterAll(async () => {
  await inProcess?.app.close();
  await journey?.end();
});

describe('a letter', () => {
  it('is entered by a nurse, who reads no concern', async () => {
    letter = await nurse.done('/v1/concerns', aLetter());
    expect((await nurse.get(`/v1/concerns/${letter.id}`)).status).toBe(403);
    expect((await nurse.get('/v1/concerns')).status).toBe(403);
  });
  it.each([
    [{ anonymous: true }, 409, '/problems/concern/anonymous-with-identity'],
    [{ channel: 'web_form' }, 400, undefined],
    [{ receivedAt: hoursAgo(48) }, 409, '/problems/envelope/late-without-reason'],
    [{ language: 'Spanish, please' }, 400, undefined],
  ])('is refused where it cannot be: %j', async (different, status, type) => {
    const answer = await nurse.post('/v1/concerns', aLetter(different));
    expect(answer.status).toBe(status);
    if (type) expect(answer.json().type).toBe(type);
  });
  it('is taken in days later, with its reason, and its clocks have run since it was received', async () => {
    const late = await nurse.done('/v1/concerns', aLetter({ receivedAt: hoursAgo(240), reasonCode: 'paper-report' }));
    const [line] = await inbox(riskManager, late.position, '&late=true');
    expect(line).toMatchObject({ id: late.id });
    expect(line?.next[0]).toMatchObject({ step: 'acknowledge', late: true });
  });
  it('stands in the inbox with what it waits for, and for a liaison only once it is theirs', async () => {
    const lines = await inbox(riskManager, letter.position, '&language=es-MX');
    expect(lines.find(({ id }) => id === letter.id)?.next.map(({ step }) => step)).toEqual([
      'acknowledge',
      'answer',
      'triage',
    ]);
    expect(await inbox(liaison, letter.position)).toEqual([]);
    expect((await liaison.get(`/v1/concerns/${letter.id}`)).status).toBe(404);
  });
});

describe('as a grievance', () => {
  it('is acknowledged, classified and given to a liaison; the office hears of it', async () => {
    await done(letter, 'acknowledgement', { channel: 'phone', message: 'We have it.' });
    await done(letter, 'classification', { kinds: ['safety'], grievance: true });
    const stranger = { severity: 'high', owner: person('lakeside-risk-manager') };
    expect(refusalOf(await on(letter, 'triage', stranger))).toEqual([409, '/problems/people/unknown-person']);
    const { position } = await done(letter, 'triage', { severity: 'high', owner: person('liaison') });
    expect((await inbox(liaison, position, '&mine=true')).map(({ id }) => id)).toEqual([letter.id]);
    await eventually(async () =>
      expect(await noticesOf('risk-manager')).toContainEqual(
        expect.objectContaining({ code: 'concern-is-grievance', about: letter.stream }),
      ),
    );
  });
  it.each([
    ['closing', { ending: 'no_reply_wanted' }, 'grievance-unanswered'],
    ['closing', { ending: 'answered' }, 'not-answered'],
    ['redirection', 'an owner', 'grievance-unanswered'],
    ['withdrawal', { reason: 'She said so.' }, 'grievance-unanswered'],
    ['spam-proposal', {}, 'grievance-unanswered'],
    ['classification', { kinds: ['safety'], grievance: false }, 'grievance-stays'],
  ])('does not end by %s %j', async (step, body, code) => {
    const told = typeof body === 'string' ? { to: 'billing', owner: person('risk-manager') } : body;
    expect(refusalOf(await on(letter, step, told))).toEqual([409, `/problems/concern/${code}`]);
  });
  it('is followed up by its liaison, and answered with all that it is owed', async () => {
    await done(letter, 'follow-up', { plan: 'Speak with the night staff.' }, liaison);
    await done(letter, 'messages', { words: 'We are looking into it.', channel: 'phone' }, liaison);
    await done(letter, 'supplements', { words: 'The pharmacist remembers.' }, liaison);
    const answer = { written: true, steps: 'We asked.', results: RESULTS, channel: 'letter', completedOn: hoursAgo(1) };
    expect(refusalOf(await on(letter, 'response', answer, liaison))).toEqual([
      409,
      '/problems/concern/answer-incomplete',
    ]);
    await done(letter, 'response', { ...answer, contactPerson: 'Leo Example, 555 0199' }, liaison);
    expect((await on(letter, 'closing', { ending: 'answered' }, liaison)).status).toBe(403);
    const { position } = await done(letter, 'closing', {
      ending: 'answered',
      changeMade: 'Labels are printed at the bed.',
    });
    expect(await inbox(riskManager, position, '&standing=ended')).toContainEqual(
      expect.objectContaining({ id: letter.id, status: 'closed', next: [] }),
    );
  });
  it('has a record that names its submitter nowhere but where every look is written down', async () => {
    const record = await riskManager.get(`/v1/concerns/${letter.id}`);
    expect(record.text).toContain(WORDS);
    expect(record.text).toContain(RESULTS);
    expect(record.text).not.toContain(NAME);
    expect(record.text).not.toContain('555 0100');
    expect((await liaison.get(`/v1/concerns/${letter.id}/submitter`)).status).toBe(403);
    const submitter = await riskManager.get(`/v1/concerns/${letter.id}/submitter`);
    expect(submitter.json()).toEqual({ submitter: { submitterName: NAME, contact: { phone: '555 0100' } } });
    const auditor = await (await journey.as('auditor')).get(`/v1/concerns/${letter.id}`);
    expect(auditor.status).toBe(200);
    expect(auditor.text).not.toMatch(/medicine|grievance|Leo/);
  });
  it('is nothing to another organization', async () => {
    const other = await journey.as('lakeside-risk-manager');
    expect((await other.get(`/v1/concerns/${letter.id}`)).status).toBe(404);
    expect(refusalOf(await on(letter, 'reopening', { reason: 'Mine.' }, other))).toEqual([404, '/problems/not-found']);
  });
});

describe('somebody who gives no name, and is at risk', () => {
  let unnamed: string;
  const { commands, queries } = {
    commands: () => inProcess.app.get(CommandBus),
    queries: () => inProcess.app.get(QueryBus),
  };
  const status = (codeHash = CODE) =>
    queries().execute(new ReadConcernStatus(journey.persona('reporter').org, unnamed, codeHash));

  it('pages the safety lead, and keeps the concern open until somebody has been there', async () => {
    unnamed = ids.next();
    const { submitterName: _name, contact: _contact, receivedAt: _at, patientRef: _ref, ...told } = aLetter();
    await commands().execute(
      new SubmitConcern(
        unnamed,
        { ...told, channel: 'web_form', anonymous: true, stillAtRisk: true, codeHash: CODE } as SubmitConcern['data'],
        fromOutside({ lookups: [{ scope: 'tracking-code', value: 'HER-CODE' }] }),
      ),
    );
    await eventually(async () =>
      expect(await noticesOf('risk-manager')).toContainEqual(
        expect.objectContaining({ code: 'life-at-risk-clock', urgency: 'page', about: `concern-${unnamed}` }),
      ),
    );
    const { position } = await done({ id: unnamed }, 'triage', { severity: 'urgent', owner: person('liaison') });
    const [first] = await inbox(riskManager, position, '&stillAtRisk=true');
    expect(first).toMatchObject({ id: unnamed });
    expect(first?.next.map(({ step }) => step)).toContain('take_urgent_action');
    expect(refusalOf(await on({ id: unnamed }, 'closing', { ending: 'anonymous' }))).toEqual([
      409,
      '/problems/concern/still-at-risk',
    ]);
    await done({ id: unnamed }, 'urgent-action', { what: 'A nurse checked the pump.' }, liaison);
  });
  it('writes by the code, and by nothing else', async () => {
    const words = { words: 'It was the blue pump.' };
    const guess = new SupplementConcern(unnamed, { ...words, codeHash: 'guessed' }, fromOutside());
    await expect(commands().execute(guess)).rejects.toThrow(expect.objectContaining({ code: 'concern/not-found' }));
    await commands().execute(new SupplementConcern(unnamed, { ...words, codeHash: CODE }, fromOutside()));
    const message = { words: 'Is she safe now?', channel: 'tracking_code', codeHash: CODE } as const;
    await commands().execute(new SendConcernMessage(unnamed, message, fromOutside()));
    await done({ id: unnamed }, 'messages', { words: 'Yes, she is.', channel: 'tracking_code' }, liaison);
    await journey.readersAtHead();
  });
  it('sees what was said to them, and nothing of what staff say among themselves', async () => {
    expect(await status('guessed')).toBeUndefined();
    const seen = await status();
    expect(seen).toMatchObject({ stage: 'in_hand', assigned: true });
    expect(seen?.said.map(({ from, words }) => [from, words])).toEqual([
      ['submitter', { words: 'Is she safe now?' }],
      ['staff', { words: 'Yes, she is.' }],
    ]);
    expect(JSON.stringify(seen)).not.toMatch(/pump|urgent|severity|Leo|risk/);
  });
  it('tells their name by the code, where staff cannot', async () => {
    const naming = { submitterName: 'Ana', codeHash: CODE };
    const staff = fromOutside({ actor: { kind: 'staff', id: person('risk-manager'), role: 'risk-manager' } });
    await expect(commands().execute(new IdentifySubmitter(unnamed, naming, staff))).rejects.toThrow(
      expect.objectContaining({ code: 'concern/not-the-submitter' }),
    );
    await commands().execute(new IdentifySubmitter(unnamed, naming, fromOutside()));
    await journey.readersAtHead();
    const submitter = await riskManager.get(`/v1/concerns/${unnamed}/submitter`);
    expect(submitter.json()).toEqual({ submitter: { submitterName: 'Ana' } });
  });
  it('is owed a reply when the safety event that came of it ends, also after they withdrew', async () => {
    await commands().execute(new WithdrawConcern(unnamed, { codeHash: CODE }, fromOutside()));
    expect(
      refusalOf(await on({ id: unnamed }, 'messages', { words: 'Are you there?', channel: 'tracking_code' })),
    ).toEqual([409, '/problems/concern/withdrawn']);
    const eventAt = { value: hoursAgo(5), precision: 'hour' };
    await done({ id: unnamed }, 'conversion', { eventClass: 'incident', category: 'medication', eventAt });
    const { org, facility } = journey.persona('reporter');
    const safetyEvent = safetyEventOf(org, unnamed);
    const times = { value: new Date(eventAt.value).toISOString(), precision: 'hour' } as const;
    await commands()
      .execute(
        new ReportSafetyEvent(
          safetyEvent,
          {
            eventClass: 'incident',
            category: 'medication',
            harmed: 'patient',
            eventAt: times,
            discoveredAt: times,
            facilityId: facility,
            source: 'patient_portal',
          },
          fromOutside({ actor: { kind: 'staff', id: person('risk-manager'), role: 'risk-manager' } }),
        ),
      )
      .catch((error: unknown) => {
        if (!(error instanceof Refusal && error.code === 'safety-event/already-reported')) throw error;
      });
    const voiding = await riskManager.post(`/v1/safety-events/${safetyEvent}/voiding`, { reason: 'error' });
    expect(voiding.status).toBe(200);
    await eventually(async () =>
      expect(await noticesOf('risk-manager')).toContainEqual(
        expect.objectContaining({ code: 'concern-outcome-known', about: `concern-${unnamed}` }),
      ),
    );
  });
});

describe('two letters of one thing', () => {
  it('are merged into the first, which owes both their answers', async () => {
    const first = await nurse.done('/v1/concerns', aLetter({ receivedAt: hoursAgo(4) }));
    const second = await nurse.done('/v1/concerns', aLetter({ receivedAt: hoursAgo(2) }));
    await done(second, 'classification', { kinds: ['safety'], grievance: true });
    const merge = { into: second.id, matchBasis: ['patient'] };
    expect(refusalOf(await on(first, 'merge', merge))).toEqual([409, '/problems/concern/earlier-remains']);
    await done(second, 'merge', { ...merge, into: first.id });
    await done(first, 'triage', { severity: 'low', owner: person('risk-manager') });
    await eventually(async () => {
      const [line] = (await inbox(riskManager, 0)).filter(({ id }) => id === first.id);
      expect(line?.next.map(({ step }) => step)).toEqual(expect.arrayContaining(['answer_grievance', 'answer_merged']));
    });
    const answer = {
      written: true,
      contactPerson: 'Rosa Example',
      steps: 'We asked.',
      results: RESULTS,
      channel: 'letter',
      completedOn: hoursAgo(1),
    };
    await done(first, 'response', answer);
    expect(refusalOf(await on(first, 'closing', { ending: 'answered' }))).toEqual([
      409,
      '/problems/concern/merged-grievance-unanswered',
    ]);
    await done(first, 'response', { ...answer, alsoTo: [second.id] });
    await done(first, 'closing', { ending: 'answered' });
  });
});

describe('a letter whose writer wants a code', () => {
  it('is followed up by who wrote it, with the code that the nurse handed over', async () => {
    const key = { 'idempotency-key': randomUUID() };
    const told = aLetter({ wantsCode: true });
    const [entered, again] = [
      (await nurse.post('/v1/concerns', told, key)).json<{ code: string }>(),
      (await nurse.post('/v1/concerns', told, key)).json<{ code: string }>(),
    ];
    expect(entered.code.replace(/[^A-Z0-9]/g, '')).toHaveLength(12);
    expect(again).toEqual(entered);
    expect((await nurse.done('/v1/concerns', aLetter())) as object).not.toHaveProperty('code');
    const writer = new PublicVisitor(nurse.url);
    await journey.readersAtHead();
    const { facility: facilityId } = journey.persona('reporter');
    const page = await writer.send(await writer.open('/concern/status'), { facilityId, code: entered.code });
    expect(page.text).toContain('We have it. A person will look at it soon.');
  });
});
