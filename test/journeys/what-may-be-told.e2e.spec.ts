import { aTalk, CaseAtWork } from '../support/case-at-work.js';
import type { Answer, Client } from '../support/client.js';
import { Journey } from '../support/journey.js';

const NOTE = 'Mopped at 08:40, found on the floor at 08:52.';
const WORDS = 'The floor was wet, and no sign said so.';

let journey: Journey;
let riskManager: Client;
let liaison: Client;
let caseId: string;
let entry: string;

const path = (step: string) => `/v1/resolution-cases/${caseId}/${step}`;
const onCase = (step: string, body: object, by: Client = riskManager) => by.post(path(step), body);
const refusalOf = (answer: Answer) => [answer.status, answer.json().type];
const TALK = aTalk({ factsTold: WORDS });
const CLEARANCE = { words: WORDS, language: 'en', noPrivilegedContent: true };
const notCleared = [409, '/problems/resolution-case/fact-not-cleared'];
/** What happened, as the patient reads it by now. */
const toldAfter = async (answer: Answer) => {
  expect(answer.status).toBe(200);
  const seen = await liaison.get(path(`patient-view?after=${answer.json<{ position: number }>().position}`));
  return seen.json<{ told: readonly { facts?: readonly object[] }[] }>().told.flatMap(({ facts = [] }) => facts);
};
const factsAfter = async (answer: Answer, by: Client = riskManager) => {
  expect(answer.status).toBe(200);
  const shown = await by.get(path(`facts?after=${answer.json<{ position: number }>().position}`));
  return shown.json<{ facts: readonly object[] }>().facts;
};

beforeAll(async () => {
  journey = await Journey.begin();
  riskManager = await journey.as('risk-manager');
  liaison = await journey.as('liaison');
  caseId = (await CaseAtWork.askedFor(journey)).id;
});
afterAll(() => journey?.end());

it('of a case that a liaison is not on, they neither keep nor read a fact', async () => {
  const me = journey.persona('risk-manager').person;
  const team = { members: [me], communicationLead: me, billable: 'no' };
  expect(await factsAfter(await onCase('activation', team))).toEqual([]);
  expect((await onCase('facts', { source: 'chart_note', text: NOTE }, liaison)).status).toBe(404);
  expect((await liaison.get(path('facts'))).status).toBe(404);
  const named = { liaison: journey.persona('liaison').person, contactGiven: true };
  expect((await onCase('liaison', named)).status).toBe(200);
});

it('a fact is kept by its liaison, but none that comes from peer review', async () => {
  const kept = await onCase('facts', { source: 'chart_note', text: NOTE }, liaison);
  expect([200, 201]).toContain(kept.status);
  entry = String(kept.json().part);
  const shown = await liaison.get(path(`facts?after=${kept.json<{ position: number }>().position}`));
  expect(shown.json()).toMatchObject({ facts: [{ entry, standing: 'kept', recorded: { text: NOTE } }] });
  const privileged = await onCase('facts', { source: 'peer_review', text: NOTE });
  expect(refusalOf(privileged)).toEqual([409, '/problems/facts/privileged-source']);
});

it('is told only once it is cleared, which the risk manager signs', async () => {
  const telling = { ...TALK, factIds: [entry] };
  expect(refusalOf(await onCase('initial-disclosure', telling, liaison))).toEqual(notCleared);
  expect((await onCase(`facts/${entry}/clearance`, CLEARANCE, liaison)).status).toBe(403);
  const unsigned = await onCase(`facts/${entry}/clearance`, { ...CLEARANCE, noPrivilegedContent: false });
  expect(refusalOf(unsigned)).toEqual([409, '/problems/facts/not-signed']);
  const cleared = await onCase(`facts/${entry}/clearance`, CLEARANCE);
  expect(await factsAfter(cleared)).toMatchObject([{ entry, standing: 'cleared', clearance: { words: WORDS } }]);
  expect(await toldAfter(cleared)).toEqual([]);
  const held = await onCase('initial-disclosure', telling, liaison);
  expect(await toldAfter(held)).toEqual([{ fact: entry, words: WORDS, language: 'en' }]);
});

it('is read with where we are now in English or Spanish, as one asks', async () => {
  const seenIn = async (query: string) => (await liaison.get(path(`patient-view${query}`))).json();
  expect(await seenIn('')).toMatchObject({ language: 'en', line: expect.stringMatching(/^We have told you/) });
  expect(await seenIn('?language=es')).toMatchObject({
    language: 'es',
    line: expect.stringMatching(/^Le hemos contado/),
  });
  expect((await liaison.get(path('patient-view?language=fr'))).status).toBe(400);
  const steps = await liaison.get(path('chronology?form=share-safe&language=es'));
  expect(steps.json()).toMatchObject({ language: 'es', steps: [{ says: expect.stringMatching(/^Un equipo/) }, {}] });
});

it('is not told any more after a correction, until it is cleared anew', async () => {
  const corrected = await onCase(`facts/${entry}/correction`, { text: 'Mopped at 08:30.' }, liaison);
  const [fact] = await factsAfter(corrected, liaison);
  expect(fact).toMatchObject({ standing: 'kept', correction: { text: 'Mopped at 08:30.' } });
  expect(fact).not.toHaveProperty('clearance');
  const findings = { factIds: [entry], mode: 'in_person', attendees: ['patient'] };
  expect(refusalOf(await onCase('findings', findings, liaison))).toEqual(notCleared);
  expect((await onCase(`facts/${entry}/clearance`, CLEARANCE)).status).toBe(200);
  const shared = await toldAfter(await onCase('findings', findings, liaison));
  const gone = { fact: entry, withdrawnAt: expect.any(String) };
  expect(shared).toEqual([gone, { fact: entry, words: WORDS, language: 'en' }]);
});

it('is not told any more once it was retracted', async () => {
  const retracted = await onCase(`facts/${entry}/retraction`, { reason: 'wrong' });
  expect(await factsAfter(retracted)).toMatchObject([{ entry, standing: 'retracted', recorded: { text: NOTE } }]);
  const again = { ...TALK, factIds: [entry] };
  const recorded = await onCase('follow-ups', again, liaison);
  expect(refusalOf(recorded)).toEqual(notCleared);
  expect(JSON.stringify(await toldAfter(retracted))).not.toContain('floor');
});

it('is kept in the same place as its case, event by event', async () => {
  const metas = (stream: string) =>
    journey.database.owner.call<{ facility: string; zone: string }>({
      text: `select distinct meta->>'facility' as facility, meta->>'zone' as zone from ledger.events where stream = $1`,
      values: [stream],
    });
  const ofCase = await metas(`resolution-case-${caseId}`);
  expect(ofCase).toEqual([{ facility: journey.persona('reporter').facility, zone: expect.any(String) }]);
  expect(await metas(`facts-${caseId}`)).toEqual(ofCase);
});

it('is forgotten with the case by two people: its words are gone, and none are kept any more', async () => {
  const again = { source: 'chart_note', text: NOTE };
  const other = String((await onCase('facts', again)).json().part);
  expect((await onCase(`facts/${other}/clearance`, CLEARANCE)).status).toBe(200);
  const findings = { factIds: [other], mode: 'in_person', attendees: ['patient'] };
  const told = await toldAfter(await onCase('findings', findings));
  expect(told.at(-1)).toEqual({ fact: other, words: WORDS, language: 'en' });
  const subject = `resolution-case-${caseId}`;
  const forget = ['subject', 'forget', subject, '--approved-by', 'second-admin', '--json'];
  const { code, stdout, stderr } = await journey.cli(...forget);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(JSON.parse(stdout)).toEqual({ subject, erased: true });
  const view = await liaison.get(path('patient-view'));
  expect(view.text).not.toContain('floor');
  const shown = view.json<{ told: readonly { facts?: readonly object[] }[] }>().told.flatMap(({ facts = [] }) => facts);
  expect(shown.at(-1)).toEqual({ fact: other, words: { erased: true }, language: 'en' });
  const kept = await riskManager.get(path('facts'));
  expect(kept.text).not.toMatch(/Mopped|floor/);
  expect(kept.json<{ facts: readonly object[] }>().facts.at(-1)).toMatchObject({
    recorded: { text: { erased: true } },
  });
  expect(refusalOf(await onCase('facts', again))).toEqual([409, '/problems/subject/erased']);
});
