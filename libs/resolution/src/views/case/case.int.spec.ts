import { randomUUID } from 'node:crypto';
import { type Caller } from '#kernel/access';
import { secret } from '#kernel/core';
import { Caseload, read } from '../../case-record/caseload.examples.js';
import type { KeptFact } from '../../facts/facts.events.js';
import type { ResolutionCaseFact } from '../../resolution-case/resolution-case.events.js';
import * as one from '../../resolution-case/resolution-case.examples.js';
import { ReadChronology, ReadChronologyHandler } from '../chronology/chronology.query.js';
import { PreviewPatientView, PreviewPatientViewHandler } from '../patient-view/patient-view.query.js';
import { type CasePage, ReadCase, ReadCaseHandler } from './case.query.js';

const { leo, rosa, stranger } = one;
const on = { safetyEventId: one.requested.data.safetyEventId };
const now = '2026-03-10T09:00:00.000Z';
const [before, soon, later] = ['2026-03-09T09:00:00.000Z', '2026-03-12T09:00:00.000Z', '2026-04-01T09:00:00.000Z'];
const [wife, son, first, second, promise, offer] = Array.from({ length: 6 }, () => randomUUID()) as [
  string,
  string,
  string,
  string,
  string,
  string,
];

/** Words that only some may see. */
const COUNSEL = 'The standard was not kept, says the expert.';
const CHART = 'She does not sleep since.';
const representative = (person: string, name: string): ResolutionCaseFact => ({
  type: 'RepresentativeRecorded',
  data: {
    ...on,
    person,
    authority: 'decides',
    relation: 'spouse_or_partner',
    basis: 'health_care_proxy',
    verified: true,
    maySettle: true,
    name: secret(name),
    contact: secret('By telephone'),
    recordedBy: leo,
  },
});
const asked = (question: string, text: string): ResolutionCaseFact => ({
  type: 'PatientQuestionAsked',
  data: { ...on, question, text: secret(text), askedAt: before, recordedBy: leo },
});
const facts: readonly ResolutionCaseFact[] = [
  one.liaisonNamed,
  {
    type: 'LiaisonCoverArranged',
    data: { ...on, cover: stranger, from: before, until: soon, patientTold: true, arrangedBy: rosa },
  },
  representative(wife, 'Maria Ruiz'),
  representative(son, 'Tomas Ruiz'),
  { type: 'RepresentativeEnded', data: { ...on, person: son, reason: 'own_wish', endedBy: leo } },
  {
    type: 'PatientNeedsAssessed',
    data: { ...on, kinds: ['interpreter'], note: secret(CHART), assessedAt: before, assessedBy: leo },
  },
  one.holdPlaced,
  { ...one.disclosed, data: { ...one.disclosed.data, nextContactAt: soon } },
  asked(first, 'Who cleaned it?'),
  asked(second, 'Was it wet long?'),
  {
    type: 'PatientQuestionAnswered',
    data: { ...on, question: first, answer: secret('The night shift.'), answeredAt: now, answeredBy: leo },
  },
  {
    type: 'PatientPromiseMade',
    data: {
      ...on,
      promise,
      text: secret('A copy of the record.'),
      owner: leo,
      dueAt: soon,
      madeAt: before,
      madeBy: leo,
    },
  },
  { type: 'PatientPromiseHandedOver', data: { ...on, promise, to: stranger, handedOverBy: leo } },
  {
    type: 'BillSentDuringHold',
    data: { ...on, sentAt: before, discoveredAt: now, corrected: true, recordedBy: rosa },
  },
  one.determinationOpened,
  {
    type: 'CriterionAssessed',
    data: { ...on, criterion: 'standard', result: 'met', rationale: secret(COUNSEL), assessedBy: rosa },
  },
  { type: 'CareDeterminationMade', data: { ...on, determination: 'unreasonable', by: [rosa] } },
  {
    type: 'OfferMade',
    data: {
      ...on,
      offer,
      components: ['money'],
      amount: { cents: 5_000_000 },
      terms: secret('Fifty thousand dollars.'),
      releaseRequired: false,
      validUntil: later,
      madeAt: now,
      madeBy: rosa,
    },
  },
];

let caseload: Caseload;
let id: string;
let asRosa: Caller;
let asLeo: Caller;
let auditor: Caller;

beforeAll(async () => {
  caseload = await Caseload.begin();
  id = await caseload.begun({ at: '2026-03-02T09:10:00.000Z' }, ...facts);
  await caseload.clocked(id, before);
  await caseload.caughtUp();
  asRosa = caseload.caller('resolution-case.read');
  asLeo = caseload.caller('resolution-case.read', 'liaison', leo);
  auditor = caseload.caller('resolution-case.read', 'auditor', stranger);
});
afterAll(() => caseload?.close());

const pageFor = async (caller: Caller, at = now, of = id) => {
  const handler = new ReadCaseHandler(caseload.db.api, caseload.opener);
  return (await handler.execute(new ReadCase(of, caller, read, at))) as CasePage;
};
const chronologyFor = async (form: 'full' | 'share-safe', caller: Caller, of = id) => {
  const handler = new ReadChronologyHandler(caseload.db.api, caseload.opener);
  const found = await handler.execute(new ReadChronology(of, form, caller, read, now));
  return typeof found === 'object' ? found.steps : found;
};
const previewFor = async (caller: Caller, of = id) => {
  const handler = new PreviewPatientViewHandler(caseload.db.api, caseload.opener);
  return handler.execute(new PreviewPatientView(of, caller, read, now));
};
const readsOf = async (): Promise<readonly { route: string; labels: string[]; result: string }[]> =>
  caseload.db.owner.call({ text: 'select route, labels, result from access.reads order by at, id' });

describe('the page of a case', () => {
  it('tells where it stands: stages behind it, clocks, contacts', async () => {
    const { stand } = await pageFor(asRosa);
    expect(stand).toMatchObject({ status: 'offered', cycle: 1, determination: 'unreasonable' });
    expect(stand?.stages.filter(({ doneAt }) => doneAt).map(({ stage }) => stage)).toEqual([
      'team',
      'first_conversation',
      'review',
      'determination',
      'answer',
    ]);
    expect(stand?.clocks).toEqual([
      expect.objectContaining({ kind: 'DL-17', title: 'Care determination', dueAt: before, late: true, owner: rosa }),
    ]);
    expect(stand?.contacts).toEqual({ lastAt: one.disclosed.data.heldAt, nextAt: soon });
    expect(stand?.next.map(({ command }) => command)).toContain('ChangeLiaison');
  });

  it('proposes to each reader what they may send, and nothing that would be refused to their role', async () => {
    const proposed = async (caller: Caller) => (await pageFor(caller)).stand?.next.map(({ command }) => command);
    expect(await proposed(asRosa)).toEqual(expect.arrayContaining(['AskQuestion', 'ChangeLiaison', 'WithdrawOffer']));
    expect(await proposed(asLeo)).toContain('AskQuestion');
    expect(await proposed(asLeo)).not.toEqual(expect.arrayContaining(['ChangeLiaison']));
    expect(await proposed(asLeo)).not.toEqual(expect.arrayContaining(['WithdrawOffer']));
  });

  it('shows the people: who is there for the patient, and who stands for them', async () => {
    const { people } = (await pageFor(asRosa)).stand ?? {};
    expect(people).toMatchObject({
      patientName: 'Ana Ruiz',
      owner: rosa,
      communicationLead: leo,
      members: [rosa, leo],
      liaison: leo,
      contactGiven: true,
      cover: { person: stranger, now: true },
      needs: ['interpreter'],
      interpreter: true,
    });
    expect(people?.representatives).toEqual([
      {
        person: wife,
        authority: 'decides',
        relation: 'spouse_or_partner',
        basis: 'health_care_proxy',
        verified: true,
        maySettle: true,
        name: 'Maria Ruiz',
        contact: 'By telephone',
      },
    ]);
    expect((await pageFor(asRosa, later)).stand?.people.cover?.now).toBe(false);
  });

  it('shows what is owed to the patient: open questions and promises first, with their words and keepers', async () => {
    const { stand } = await pageFor(asLeo);
    expect(stand?.questions).toEqual([
      { question: second, text: 'Was it wet long?', askedAt: before },
      { question: first, text: 'Who cleaned it?', askedAt: before, answer: 'The night shift.', answeredAt: now },
    ]);
    expect(stand?.promises).toEqual([
      { promise, text: 'A copy of the record.', owner: stranger, dueAt: soon, madeAt: before },
    ]);
  });

  it('shows what is owed from a case that went on in this one: the words stand there', async () => {
    const [question, from] = [randomUUID(), randomUUID()];
    const inherited = { promise: randomUUID(), owner: leo, dueAt: soon, handedOver: false };
    const goesOn = await caseload.begun(
      {},
      {
        type: 'ResolutionCaseAbsorbed',
        data: {
          ...on,
          absorbed: from,
          safetyEvents: [on.safetyEventId],
          questions: [question],
          promises: [inherited],
          billHeld: false,
          absorbedAt: now,
        },
      },
    );
    await caseload.caughtUp();
    const { stand } = await pageFor(asRosa, now, goesOn);
    expect(stand?.questions).toEqual([{ question }]);
    expect(stand?.promises).toEqual([{ promise: inherited.promise, owner: leo, dueAt: soon }]);
  });

  it('never hides a bill that went out although it was held (INV-26)', async () => {
    for (const caller of [asRosa, asLeo])
      expect((await pageFor(caller)).stand?.billing).toMatchObject({
        billable: 'yes',
        holds: [expect.objectContaining({ accounts: ['A-1'] })],
        sentDuringHold: [expect.objectContaining({ sentAt: before, corrected: true })],
      });
  });

  it('shows counsel’s clocks to those alone who see counsel’s part: that a payment is reportable', async () => {
    const paid = await caseload.begun({}, one.liaisonNamed);
    for (const kind of ['DL-29', 'AU-01', 'DL-17']) await caseload.clocked(paid, soon, kind);
    await caseload.caughtUp();
    const kindsFor = async (caller: Caller) =>
      (await pageFor(caller, now, paid)).stand?.clocks.map(({ kind }) => kind).sort();
    expect(await kindsFor(asRosa)).toEqual(['AU-01', 'DL-17', 'DL-29']);
    expect(await kindsFor(asLeo)).toEqual(['AU-01', 'DL-17']);
    const withoutHealth = { ...asRosa, grant: { ...asRosa.grant, labels: ['OPER', 'SHARED'] as const } };
    expect(await kindsFor(withoutHealth)).toEqual(['DL-17']);
  });

  it('says which labels it has and does not show: counsel’s part to a liaison', async () => {
    expect((await pageFor(asRosa)).privilege).toEqual({ shown: ['OPER', 'PHI', 'SHARED', 'LEGAL'], withheld: [] });
    expect((await pageFor(asLeo)).privilege).toEqual({
      shown: ['OPER', 'PHI', 'SHARED'],
      withheld: [{ label: 'LEGAL', says: 'Counsel’s part is not shown to you.' }],
    });
  });

  it('shows an offer to all who are on the case, and its amount to those who see counsel’s part', async () => {
    const offered = {
      offer,
      state: 'made',
      components: ['money'],
      terms: 'Fifty thousand dollars.',
      validUntil: later,
    };
    expect((await pageFor(asRosa)).stand?.offers).toEqual([
      expect.objectContaining({ ...offered, amount: { cents: 5_000_000 } }),
    ]);
    const [seen] = (await pageFor(asLeo)).stand?.offers ?? [];
    expect(seen).toMatchObject(offered);
    expect(seen).not.toHaveProperty('amount');
    expect(JSON.stringify(await pageFor(asLeo))).not.toMatch(/5000000|The standard was not kept/);
  });

  it('is the bare steps for an auditor, and nothing for a liaison of other cases', async () => {
    const page = await pageFor(auditor);
    expect(page.stand).toBeUndefined();
    expect(page.privilege.shown).toEqual([]);
    expect(page.timeline).toHaveLength(facts.length + 2);
    expect(JSON.stringify(page)).not.toMatch(/Ana|wet|A-1/);
    expect(await pageFor(caseload.caller('resolution-case.read', 'liaison', randomUUID()))).toBeUndefined();
  });

  it('opens to the liaison’s cover as long as they cover', async () => {
    const cover = caseload.caller('resolution-case.read', 'liaison', stranger);
    expect(await pageFor(cover)).toMatchObject({ id });
    expect(await pageFor(cover, later)).toBeUndefined();
  });
});

describe('the chronology', () => {
  it('has every step in full, as far as its reader may see it', async () => {
    const [ours, all] = [await chronologyFor('full', asLeo), await chronologyFor('full', asRosa)];
    expect(all).toHaveLength(facts.length + 2);
    expect(JSON.stringify(all)).toContain(COUNSEL);
    expect(JSON.stringify(ours)).toContain(CHART);
    expect(JSON.stringify(ours)).not.toContain(COUNSEL);
    expect(all).toContainEqual(expect.objectContaining({ says: 'Billing hold placed', type: 'BillingHoldPlaced' }));
  });

  it('is safe to share where it holds what the patient was told, in plain words', async () => {
    const steps = await chronologyFor('share-safe', asRosa);
    expect(steps).toEqual(await chronologyFor('share-safe', asLeo));
    expect((steps as readonly { says: string }[]).map(({ says }) => says)).toEqual([
      'A team here began to work on what happened to you.',
      'We spoke with you for the first time about what happened.',
      'You asked us a question.',
      'You asked us a question.',
      'We answered a question of yours.',
      'We promised you something.',
      'We began to judge whether the care was as it should have been.',
      'We made you an offer.',
    ]);
    expect(JSON.stringify(steps)).toContain('Fifty thousand dollars.');
    expect(JSON.stringify(steps)).not.toMatch(/The standard|sleep|unreasonable|cents|A-1|risk-manager/);
    for (const person of [rosa, leo, stranger, wife]) expect(JSON.stringify(steps)).not.toContain(person);
  });

  it('says nothing to an auditor but that there were steps', async () => {
    const steps = (await chronologyFor('share-safe', auditor)) as readonly { said: object }[];
    expect(steps.every(({ said }) => Object.keys(said).length === 0)).toBe(true);
  });
});

describe('the patient’s view', () => {
  it('is shown to the risk manager and to its liaison, and to no other', async () => {
    const preview = (role: 'risk-manager' | 'liaison', person: string) =>
      previewFor(caseload.caller('resolution-case.preview', role, person));
    const seen = await preview('risk-manager', rosa);
    expect(seen).toMatchObject({
      id,
      stage: 'offered',
      nextDate: { at: soon },
      liaison: leo,
      cover: { person: stranger },
      questions: [{ question: second }, { answer: 'The night shift.' }],
      promises: [{ text: 'A copy of the record.', dueAt: soon }],
      offers: [{ state: 'open', terms: 'Fifty thousand dollars.' }],
    });
    expect(await preview('liaison', leo)).toEqual(seen);
    expect(await preview('liaison', randomUUID())).toBeUndefined();
  });

  it('tells what happened in the words that were cleared for it, until they are taken back', async () => {
    const talkative = await caseload.begun({}, one.liaisonNamed);
    const about = { ...on, entry: randomUUID() };
    const told = async (...steps: readonly (KeptFact | ResolutionCaseFact)[]) => {
      for (const step of steps)
        if (step.type.startsWith('Fact')) await caseload.kept(talkative, step as KeptFact);
        else await caseload.recorded(talkative, {}, step as ResolutionCaseFact);
      await caseload.caughtUp();
      const view = await previewFor(caseload.caller('resolution-case.preview', 'liaison', leo), talkative);
      const told = typeof view === 'object' ? view.told : [];
      expect(JSON.stringify(await chronologyFor('share-safe', asLeo, talkative))).toBe(JSON.stringify(told));
      return told.flatMap(({ facts = [] }) => facts);
    };
    const clearance = { words: secret('It was wet.'), language: 'en', clearedAt: before, clearedBy: rosa } as const;
    const recorded = { source: 'chart_note', text: secret(CHART), recordedBy: leo } as const;
    expect(
      await told(
        { type: 'FactRecorded', data: { ...about, ...recorded } },
        { type: 'FactClearedForSharing', data: { ...about, ...clearance } },
      ),
    ).toEqual([]);
    const talk = { ...one.disclosed, data: { ...one.disclosed.data, factIds: [about.entry] } };
    expect(await told(talk)).toEqual([{ fact: about.entry, words: 'It was wet.', language: 'en' }]);
    const [fact, ...others] = await told({
      type: 'FactRetracted',
      data: { ...about, reason: 'about_somebody_else', retractedBy: rosa },
    });
    expect([Object.keys(fact ?? {}), others]).toEqual([['fact', 'withdrawnAt'], []]);
    expect((await chronologyFor('share-safe', auditor, talkative)) as readonly object[]).not.toContainEqual(
      expect.objectContaining({ facts: expect.anything() }),
    );
  });

  it('is written down as a read of what the patient was told, and of nothing else', async () => {
    await previewFor(caseload.caller('resolution-case.preview'));
    await chronologyFor('share-safe', asRosa);
    expect((await readsOf()).slice(-2).map(({ labels, result }) => [labels, result])).toEqual([
      [['SHARED'], 'shown'],
      [['SHARED'], 'shown'],
    ]);
  });
});
