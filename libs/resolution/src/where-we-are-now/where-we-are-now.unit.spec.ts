import { type EventType, secret } from '#kernel/core';
import { recorded } from '#kernel/readers/testing';
import { factsCatalogue, type KeptFact } from '../facts/facts.events.js';
import { type ResolutionCaseFact, resolutionCaseCatalogue } from '../resolution-case/resolution-case.events.js';
import * as one from '../resolution-case/resolution-case.examples.js';
import { opened, rowAfter } from './opened.examples.js';
import { CLEARED, NAMED, TOLD } from './told.allow-list.js';
import { whereWeAreNowOf } from './where-we-are-now.js';
import { whereWeAreNow } from './where-we-are-now.projection.js';

type Fact = ResolutionCaseFact | KeptFact;
const { leo, rosa } = one;
const on = { safetyEventId: one.requested.data.safetyEventId };
const now = '2026-03-03T09:00:00.000Z';
const [soon, later, muchLater] = ['2026-03-05T09:00:00.000Z', '2026-03-09T09:00:00.000Z', '2026-04-01T09:00:00.000Z'];
const [question, promise, offer] = [leo, rosa, one.stranger];

const seen = (...facts: readonly Fact[]) =>
  whereWeAreNowOf(opened(rowAfter([one.activated, ...facts].map((fact) => recorded<Fact>(fact)))), now);

const asked: Fact = {
  type: 'PatientQuestionAsked',
  data: { ...on, question, text: secret('Who cleaned it?'), askedAt: now, recordedBy: leo },
};
const answered: Fact = {
  type: 'PatientQuestionAnswered',
  data: { ...on, question, answer: secret('The night shift.'), answeredAt: now, answeredBy: leo },
};
const promised: Fact = {
  type: 'PatientPromiseMade',
  data: { ...on, promise, text: secret('A copy of the record.'), owner: leo, dueAt: soon, madeAt: now, madeBy: leo },
};
const keptPromise: Fact = { type: 'PatientPromiseKept', data: { ...on, promise, keptAt: now, keptBy: leo } };
const terms = {
  ...on,
  offer,
  components: ['money', 'process_change'],
  amount: { cents: 5_000_000 },
  terms: secret('Fifty thousand dollars.'),
  releaseRequired: true,
  validUntil: muchLater,
} as const;
const made: Fact = { type: 'OfferMade', data: { ...terms, madeAt: now, madeBy: rosa } };
const revised: Fact = {
  type: 'OfferRevised',
  data: { ...terms, terms: secret('Sixty thousand.'), validUntil: later, revisedAt: now, revisedBy: rosa },
};
const held: Fact = {
  type: 'CasePlacedOnHold',
  data: { ...on, reason: 'grief', until: later, note: secret('In mourning.'), heldAt: now, heldBy: leo },
};
const resumed: Fact = { type: 'CaseResumed', data: { ...on, resumedAt: now, resumedBy: leo } };
const meeting: Fact = { ...one.disclosed, data: { ...one.disclosed.data, nextContactAt: later } };
const [wet, sign] = ['0192a000-0000-7000-8000-000000000301', '0192a000-0000-7000-8000-000000000302'];
const clearedAs = (entry: string, words: string): Fact => ({
  type: 'FactClearedForSharing',
  data: { ...on, entry, words: secret(words), language: 'en', clearedAt: now, clearedBy: rosa },
});
const toldOf = (...factIds: readonly string[]): Fact => ({
  type: 'FindingsSharedWithPatient',
  data: {
    ...on,
    factIds,
    actionIds: [],
    mode: 'in_person',
    attendees: ['patient'],
    persons: [],
    sharedAt: now,
    sharedBy: leo,
  },
});
const withdrawn: Fact = {
  type: 'FactClearanceWithdrawn',
  data: { ...on, entry: wet, reason: 'privileged_after_all', withdrawnBy: rosa },
};
const takenBack: readonly Fact[] = [
  { type: 'FactCorrected', data: { ...on, entry: wet, text: secret('At 08:30.'), correctedBy: leo } },
  { type: 'FactRetracted', data: { ...on, entry: wet, reason: 'about_somebody_else', retractedBy: rosa } },
  withdrawn,
];
const coveredBy = (patientTold: boolean): Fact => ({
  type: 'LiaisonCoverArranged',
  data: { ...on, cover: rosa, from: now, until: later, patientTold, arrangedBy: rosa },
});

describe('the allow-list', () => {
  it('names only what patients are told (label SHARED), but for whom they can reach', () => {
    const catalogue: readonly EventType[] = [...resolutionCaseCatalogue, ...factsCatalogue];
    const shapes = new Map(catalogue.map((shape) => [shape.type, shape]));
    for (const [type, names] of Object.entries({ ...TOLD, ...CLEARED }))
      expect([type, names.map((name) => shapes.get(type)?.fields[name]?.label)]).toEqual([
        type,
        names.map(() => 'SHARED'),
      ]);
    expect(Object.values(NAMED).flat().sort()).toEqual(
      ['contactGiven', 'contactGiven', 'cover', 'from', 'liaison', 'liaison', 'patientTold', 'until'].sort(),
    );
  });
  it('is all that the view hears of', () =>
    expect(Object.keys(whereWeAreNow.on).sort()).toEqual(
      [TOLD, NAMED, CLEARED].flatMap((list) => Object.keys(list)).sort(),
    ));
});

describe('where we are now', () => {
  it.each<readonly [string, readonly Fact[]]>([
    ['begun', []],
    ['told', [one.disclosed]],
    ['judging', [one.disclosed, one.determinationOpened]],
    ['judging', [one.determinationOpened, one.disclosed]],
    ['judging', [one.disclosed, one.determinationOpened, ...one.allAssessed, one.determined]],
    ['explained', [one.determinationOpened, one.explained]],
    ['offered', [one.determinationOpened, made]],
    ['talking', [made, revised]],
    ['offered', [made, revised, made]],
    ['waiting', [one.disclosed, held]],
    ['told', [one.disclosed, held, resumed]],
    ['settled', [one.explained, one.resolved]],
    ['finished', [one.explained, one.resolved, one.closed]],
  ])('is %s, in one line', (stage, facts) => {
    expect(seen(...facts)).toMatchObject({ stage, line: expect.stringMatching(/^[A-Z].*\.$/) });
  });

  it('knows nothing of a case that no team has taken up', () =>
    expect(
      rowAfter([one.requested, one.liaisonNamed, one.disclosed].map((fact) => recorded<Fact>(fact))),
    ).toBeUndefined());

  it.each<readonly [object | undefined, readonly Fact[]]>([
    [undefined, [one.disclosed]],
    [{ at: later, of: 'contact' }, [meeting]],
    [{ at: soon, of: 'promise' }, [meeting, promised]],
    [{ at: later, of: 'contact' }, [meeting, promised, keptPromise]],
    [{ at: muchLater, of: 'offer' }, [made]],
    [undefined, [made, { type: 'OfferExpired', data: { ...on, offer, expiredAt: now } }]],
    [{ at: later, of: 'wait' }, [held]],
    [undefined, [made, revised]],
    [{ at: muchLater, of: 'offer' }, [made, revised, made]],
    [undefined, [held, resumed]],
  ])('tells the next date: %j', (nextDate, facts) => expect(seen(...facts).nextDate).toEqual(nextDate));

  it('names the liaison once the patient can reach them, and who stands in for them once they were told', () => {
    expect(seen(one.liaisonNamed).liaison).toBe(leo);
    const unreachable: Fact = { ...one.liaisonNamed, data: { ...one.liaisonNamed.data, contactGiven: false } };
    expect(seen(unreachable).liaison).toBeUndefined();
    expect(seen(one.liaisonNamed, coveredBy(true)).cover).toEqual({ person: rosa, from: now, until: later });
    expect(seen(one.liaisonNamed, coveredBy(false)).cover).toBeUndefined();
    expect(seen(one.liaisonNamed, coveredBy(true), one.liaisonNamed).cover).toBeUndefined();
  });

  it('tells questions with their answers, and promises with their dates', () => {
    expect(seen(asked, promised)).toMatchObject({
      questions: [{ question, text: 'Who cleaned it?', askedAt: now }],
      promises: [{ promise, text: 'A copy of the record.', dueAt: soon, madeAt: now }],
    });
    const { questions, promises } = seen(asked, promised, answered, keptPromise);
    expect(questions).toEqual([expect.objectContaining({ answer: 'The night shift.', answeredAt: now })]);
    expect(promises).toEqual([expect.objectContaining({ keptAt: now })]);
    expect(promises[0]?.owner).toBeUndefined();
  });

  it('tells an offer by its terms as they are, without what counsel keeps of it', () => {
    const { offers } = seen(made, revised);
    expect(offers).toEqual([
      {
        state: 'revised',
        components: ['money', 'process_change'],
        terms: 'Sixty thousand.',
        releaseRequired: true,
        validUntil: later,
        madeAt: now,
      },
    ]);
    expect(seen(made, revised, made).offers.map(({ state }) => state)).toEqual(['revised', 'open']);
    const signed: Fact = { type: 'OfferAccepted', data: { ...on, offer, signedAt: soon, recordedBy: rosa } };
    expect(seen(made, signed).offers).toEqual([expect.objectContaining({ state: 'accepted', signedAt: soon })]);
  });

  it('tells what was told in order, in plain words, and nothing else', () => {
    const { told, explanation } = seen(
      one.disclosed,
      one.holdPlaced,
      one.determinationOpened,
      ...one.allAssessed,
      one.explained,
    );
    expect(told.map(({ says }) => says)).toEqual([
      'A team here began to work on what happened to you.',
      'We spoke with you for the first time about what happened.',
      'We began to judge whether the care was as it should have been.',
      'We explained to you what we found about the care.',
    ]);
    expect(explanation).toBe('Why it happened.');
  });
});

describe('the facts of what happened', () => {
  const factsOf = (...facts: readonly Fact[]) => seen(...facts).told.flatMap((step) => step.facts ?? []);
  const WET = { fact: wet, words: 'The floor was wet.', language: 'en' };

  it('are told in the words in which they were cleared, in a conversation and as findings', () => {
    const talk: Fact = { ...one.disclosed, data: { ...one.disclosed.data, factIds: [wet] } };
    for (const telling of [talk, toldOf(wet)])
      expect(factsOf(clearedAs(wet, 'The floor was wet.'), clearedAs(sign, 'No sign.'), telling)).toEqual([WET]);
  });

  it('are not there before they were told, however they were cleared', () => {
    expect(seen(clearedAs(wet, 'The floor was wet.'))).toEqual(seen());
    expect(seen(clearedAs(wet, 'The floor was wet.'), withdrawn)).toEqual(seen());
  });

  it('stay as they were told when they are cleared in other words, and are told in those with the next telling', () => {
    const once = [clearedAs(wet, 'The floor was wet.'), toldOf(wet), clearedAs(wet, 'Wet since 08:30.')];
    expect(factsOf(...once)).toEqual([WET]);
    expect(factsOf(...once, toldOf(wet))).toEqual([WET, { ...WET, words: 'Wet since 08:30.' }]);
  });

  it.each(takenBack)('lose their words, and say since when, once they do not hold any more: $type', (after) => {
    const told = [clearedAs(wet, 'The floor was wet.'), clearedAs(sign, 'No sign.'), toldOf(wet, sign), after];
    const gone = { fact: wet, withdrawnAt: recorded(after).occurredAt };
    expect(factsOf(...told)).toEqual([gone, expect.objectContaining({ words: 'No sign.' })]);
    expect(JSON.stringify(rowAfter([one.activated, ...told].map((fact) => recorded<Fact>(fact))))).not.toContain(
      'wet.',
    );
    const anew = [...told, clearedAs(wet, 'Wet since 08:30.')];
    expect(factsOf(...anew)).toEqual(factsOf(...told));
    expect(factsOf(...anew, toldOf(wet)).at(-1)).toEqual({ ...WET, words: 'Wet since 08:30.' });
  });

  it('get their words when a clearance could be read only after they were told', () =>
    expect(factsOf(toldOf(wet), clearedAs(wet, 'The floor was wet.'))).toEqual([WET]));
});

describe('the language of it', () => {
  const advised = (language: 'es' | 'zh'): Fact => ({
    type: 'RightToCounselAdvised',
    data: { ...on, written: true, language, advisedAt: now, advisedBy: rosa },
  });
  const sighted = (language: 'en' | 'es' | undefined, ...facts: readonly Fact[]) => {
    const told = opened(rowAfter([one.activated, ...facts].map((fact) => recorded<Fact>(fact))));
    return whereWeAreNowOf(told, now, language);
  };
  const spanish = 'Un equipo de aquí trabaja en lo que le pasó a usted.';

  it('is the one that is asked for', () => {
    const { language, line, told } = sighted('es');
    expect({ language, line }).toEqual({ language: 'es', line: spanish });
    expect(told[0]?.says).toBe('Un equipo de aquí empezó a trabajar en lo que le pasó a usted.');
    expect(sighted('en', advised('es')).language).toBe('en');
  });

  it('is the one in which the patient was last written to, if none is asked for and we have it; else English', () => {
    expect(sighted(undefined, advised('es'))).toMatchObject({ language: 'es', line: spanish });
    expect(sighted(undefined, advised('es'), clearedAs(wet, 'Wet.')).language).toBe('es');
    expect(sighted(undefined, advised('es'), clearedAs(wet, 'Wet.'), toldOf(wet)).language).toBe('en');
    expect(sighted(undefined, advised('zh')).language).toBe('en');
    expect(sighted(undefined).language).toBe('en');
  });
});
