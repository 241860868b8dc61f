import { KeyRing, loadMasterKey, Opener } from '#kernel/privacy';
import type { Client, ReceiptAnswer } from '../support/client.js';
import { everythingInPostgres, everythingInRedis, type Kept } from '../support/everything-stored.js';
import { Journey } from '../support/journey.js';
import { aFall, aRating } from '../support/reports.js';

/** Words that stand nowhere else in the world, one for each place where somebody may write. */
const WORDS = {
  narrative: 'Zephyrquill',
  immediateActions: 'Marrowfinch',
  patientRef: 'MRN-88231977',
  rationale: 'Oubliettewax',
  summary: 'Thistlegrom',
  explanation: 'Quibblestoke',
  name: 'Wilhelmina Brambleshank',
} as const;

let journey: Journey;
let nurse: Client;
let manager: Client;
let safetyEvent: ReceiptAnswer;
let voided: ReceiptAnswer;
let person: string;
let org: string;

beforeAll(async () => {
  journey = await Journey.begin();
  nurse = await journey.as('reporter');
  manager = await journey.as('risk-manager');
  org = journey.persona('reporter').org;
  const { narrative, immediateActions, patientRef, rationale, summary, explanation, name } = WORDS;
  const words = { narrative: `She said ${narrative}.`, immediateActions: `We did ${immediateActions}.`, patientRef };
  const report = aFall(journey.persona('reporter').facility, words);
  safetyEvent = await nurse.done('/v1/safety-events', report);
  const steps = [
    ['triage', aRating({ rationale: `Since ${rationale}.` })],
    ['confirmation', { lists: [] }],
    ['closure', { disposition: 'reviewed', summary: `Ended with ${summary}.` }],
  ] as const;
  for (const [step, body] of steps) await manager.done(`/v1/safety-events/${safetyEvent.id}/${step}`, body);
  voided = await nurse.done('/v1/safety-events', { ...report, narrative: 'Nothing.' });
  await manager.done(`/v1/safety-events/${voided.id}/voiding`, {
    reason: 'error',
    explanation: `It was ${explanation}.`,
  });
  // words that are refused, or asked for, are kept no more than those that are stored
  await nurse.post('/v1/safety-events', { ...report, eventClass: narrative });
  await nurse.post('/v1/safety-events', { ...report, [immediateActions]: narrative });
  await nurse.post('/v1/safety-events', `{"narrative": "${narrative}`);
  await manager.get(`/v1/safety-events?facilityId=${patientRef}`);
  await manager.get(`/v1/${narrative}`);
  await manager.get(`/v1/safety-events/${safetyEvent.id}`);
  const registered = await journey.cliTyping(`${name}\n`, 'person', 'register', '--json');
  person = JSON.parse(registered.stdout).id;
  await journey.readersAtHead();
});
afterAll(() => journey?.end());

/** The planted words that a text holds: as they are, in hexadecimal digits, or in base64. */
const wordsIn = (text: string): string[] => {
  const lower = text.toLowerCase();
  return Object.values(WORDS)
    .flatMap((word) => word.split(' '))
    .filter((word) => {
      const bytes = Buffer.from(word);
      // base64 of a word that begins at any of the three places in a group
      const spelled = [0, 1, 2].map((at) =>
        Buffer.concat([Buffer.alloc(at), bytes])
          .toString('base64')
          .slice(at === 0 ? 0 : at + 1, -4),
      );
      const hidden = [bytes.toString('hex'), ...spelled].some((form) => text.includes(form));
      return hidden || lower.includes(word.toLowerCase());
    });
};

const found = (kept: readonly Kept[]): string[] =>
  kept.flatMap(({ place, text }) => wordsIn(text).map((word) => `${word} in ${place}`));

const logs = (): Kept[] => [
  { place: 'the log of the api', text: journey.forthright.api.output },
  { place: 'the log of the worker', text: journey.forthright.worker.output },
];

const findByNumber = async (number: string): Promise<string[]> => {
  const { code, stdout, stderr } = await journey.cliTyping(`${number}\n`, 'subject', 'find', '--json');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return JSON.parse(stdout);
};

/** What a verb answers when it does its work. */
const told = async (...args: readonly string[]): Promise<unknown> => {
  const { code, stdout, stderr } = await journey.cli(...args);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return JSON.parse(stdout);
};

/** What a verb says when it refuses: a line, no stack. */
const refusal = async (...args: readonly string[]): Promise<string> => {
  const { code, stderr } = await journey.cli(...args);
  expect(code).toBe(2);
  expect(stderr).not.toMatch(/\n\s+at /);
  return stderr;
};

const theLedgerHolds = async (): Promise<void> => {
  const { code, stdout } = await journey.cli('ledger', 'verify', '--json');
  expect([code, JSON.parse(stdout)]).toEqual([0, expect.objectContaining({ ok: true })]);
};

/** The name of the registered person, opened as a query that may show it would. */
const nameOfPerson = async (): Promise<unknown> => {
  const opener = new Opener(new KeyRing(loadMasterKey({ mode: 'development', dataDir: journey.forthright.dataDir })));
  return journey.database.api.inOrg(org, async (tx) => {
    const [row] = await tx.query<{ name: string }>('select name from views.members_v1 where id = $1', [person]);
    return opener.open(tx, org, `person-${person}`, row?.name as Parameters<Opener['open']>[3]);
  });
};

describe('what people wrote', () => {
  it('is there for those who may read it', async () => {
    const record = (await manager.get(`/v1/safety-events/${safetyEvent.id}`)).text;
    for (const word of ['narrative', 'immediateActions', 'patientRef', 'rationale', 'summary'] as const)
      expect(record).toContain(WORDS[word]);
    expect((await manager.get(`/v1/safety-events/${voided.id}`)).text).toContain(WORDS.explanation);
    expect(await nameOfPerson()).toEqual({ clear: WORDS.name });
  });

  it('would be noticed in clear, in hexadecimal digits and in base64', () => {
    const word = WORDS.narrative;
    for (const form of ['utf8', 'hex', 'base64'] as const)
      for (const before of ['', 'a', 'ab'])
        expect(wordsIn(`x ${Buffer.from(`${before}${word} and more`).toString(form)} x`)).toEqual([word]);
  });

  it('stands in no column of any table', async () => {
    const kept = await everythingInPostgres(journey.database.url);
    const places = new Set(kept.map(({ place }) => place));
    for (const place of ['ledger.events', 'views.safety_event_record_v1', 'views.members_v1', 'access.reads'])
      expect(places).toContain(place);
    expect(kept.filter(({ text }) => text.includes(safetyEvent.id)).length).toBeGreaterThan(5);
    expect(found(kept)).toEqual([]);
  });

  it('stands under no key of Redis', async () => {
    const kept = await everythingInRedis(journey.database.redisUrl);
    expect(kept.some(({ text }) => text.includes(safetyEvent.id))).toBe(true);
    expect(found(kept)).toEqual([]);
  });

  it('stands in no log', () => {
    for (const { text } of logs()) expect(text.length).toBeGreaterThan(0);
    expect(journey.forthright.api.output).toContain('POST /v1/safety-events/:id/triage');
    expect(found(logs())).toEqual([]);
  });
});

describe('a safety event that is forgotten', () => {
  const ERASED = { erased: true };

  it('was found by its record number, however that is spelled', async () => {
    const subjects = [safetyEvent, voided].map(({ stream }) => stream).sort();
    expect(await findByNumber(WORDS.patientRef)).toEqual(subjects);
    expect(await findByNumber(' mrn 8823 1977 ')).toEqual(subjects);
  });

  it('was found by somebody, and the record of reads says by whom', async () => {
    const { person: asking } = journey.persona('org-admin');
    const [read] = await journey.database.owner.across((tx) =>
      tx.query('select * from access.reads where route = $1 order by at limit 1', ['forthright subject find']),
    );
    expect(read).toMatchObject({ org, person: asking, count: 2, result: 'shown' });
  });

  it('is forgotten by two people, not by one', async () => {
    const forget = ['subject', 'forget', safetyEvent.stream, '--json'];
    for (const alone of [
      [...forget, '--approved-by', 'org-admin'],
      ['subject', 'approve', safetyEvent.stream, '--by', 'org-admin'],
    ])
      expect(await refusal(...alone)).toMatch(/cannot approve/);
    expect(await told(...forget)).toMatchObject({ subject: safetyEvent.stream, erased: false });
    expect((await manager.get(`/v1/safety-events/${safetyEvent.id}`)).text).toContain(WORDS.narrative);
  });

  it('is not forgotten while a legal matter is open', async () => {
    const matter = ['--matter', 'CV-2026-0117', '--json'];
    const approve = ['subject', 'approve', safetyEvent.stream, '--by', 'second-admin', '--json'];
    await told('subject', 'hold', safetyEvent.stream, ...matter);
    expect(await refusal(...approve)).toMatch(/legal hold/);
    await told('subject', 'release', safetyEvent.stream, ...matter);
    expect(await told(...approve)).toEqual({ subject: safetyEvent.stream, erased: true });
  });

  it('is not forgotten twice, and nobody is told that what is not there was forgotten', async () => {
    expect(await refusal('subject', 'forget', safetyEvent.stream)).toMatch(/forgotten already/);
    const mistyped = safetyEvent.stream.replace(/.{4}$/, (end) => (end === 'ffff' ? '0000' : 'ffff'));
    expect(await refusal('subject', 'forget', mistyped, '--approved-by', 'second-admin')).toMatch(/no subject/);
  });

  it('shows where its words were, and none of them; its codes and its history stay', async () => {
    const answer = await manager.get(`/v1/safety-events/${safetyEvent.id}`);
    expect(answer.status).toBe(200);
    expect(wordsIn(answer.text)).toEqual([]);
    expect(answer.json()).toMatchObject({
      status: 'closed',
      report: { narrative: ERASED, immediateActions: ERASED, patientRef: ERASED, category: 'fall' },
      triage: { rationale: ERASED, harmSeverity: 'moderate' },
      closure: { summary: ERASED, disposition: 'reviewed' },
    });
  });

  it('is found by its record number no more; another report of the same patient still is', async () => {
    expect(await findByNumber(WORDS.patientRef)).toEqual([voided.stream]);
  });

  it('leaves other reports readable', async () => {
    expect((await manager.get(`/v1/safety-events/${voided.id}`)).text).toContain(WORDS.explanation);
  });

  it('leaves a ledger that holds', theLedgerHolds);
});

describe('a person who is forgotten', () => {
  it('has no name any more', async () => {
    const subject = `person-${person}`;
    const both = ['subject', 'forget', subject, '--approved-by', 'second-admin', '--json'];
    expect(await told(...both)).toEqual({ subject, erased: true });
    expect(await nameOfPerson()).toEqual({ erased: true });
  });

  it('leaves a ledger that holds', theLedgerHolds);
});

describe('after all of it', () => {
  it('the words still stand nowhere', async () => {
    const { url, redisUrl } = journey.database;
    expect(found([...(await everythingInPostgres(url)), ...(await everythingInRedis(redisUrl)), ...logs()])).toEqual(
      [],
    );
  });
});
