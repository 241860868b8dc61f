import { secret } from '#kernel/core';
import type { Told } from '../../record/case.reading.js';
import { billNoted } from '../../resolution-case/care.examples.js';
import { mother } from '../../resolution-case/people.examples.js';
import { ended, recorded } from '../../resolution-case/representative.examples.js';
import type { ResolutionCaseFact } from '../../resolution-case/resolution-case.events.js';
import {
  activated,
  assessed,
  disclosed,
  leo,
  liaisonNamed,
  requested,
  rosa,
  stranger,
} from '../../resolution-case/resolution-case.examples.js';
import { pageOf, withheldLabels } from './case.page.js';

const on = { safetyEventId: requested.data.safetyEventId } as const;
const noon = '2026-03-02T12:00:00.000Z';
const question = '0192a000-0000-7000-8000-000000000301';
const promise = '0192a000-0000-7000-8000-000000000302';
const offer = '0192a000-0000-7000-8000-000000000303';

const opened = (value: unknown): unknown =>
  value && typeof value === 'object' && 'clear' in value ? value.clear : value;
/** What these facts say to somebody who may see all of it. */
const toldOf = (facts: readonly ResolutionCaseFact[]): readonly Told[] =>
  facts.map(({ type, data }) => ({
    type,
    occurredAt: noon,
    said: Object.fromEntries(Object.entries(data).map(([name, value]) => [name, opened(value)])),
  }));
const page = (...facts: readonly ResolutionCaseFact[]) => pageOf(facts, toldOf(facts));

const terms = {
  ...on,
  offer,
  components: ['money'],
  amount: { cents: 5_000_00 },
  terms: secret('We pay.'),
  releaseRequired: true,
  validUntil: noon,
} as const;
const made: ResolutionCaseFact = { type: 'OfferMade', data: { ...terms, madeAt: noon, madeBy: rosa } };
const revisedTerms = { ...terms, terms: secret('We pay more.'), revisedAt: noon, revisedBy: rosa };
const revised: ResolutionCaseFact = { type: 'OfferRevised', data: revisedTerms };
const accepted: ResolutionCaseFact = {
  type: 'OfferAccepted',
  data: { ...on, offer, signedAt: noon, recordedBy: rosa },
};
const askedWhy: ResolutionCaseFact = {
  type: 'PatientQuestionAsked',
  data: { ...on, question, text: secret('Why was it wet?'), askedAt: noon, recordedBy: leo },
};
const answered: ResolutionCaseFact = {
  type: 'PatientQuestionAnswered',
  data: { ...on, question, answer: secret('A pipe leaked.'), answeredAt: noon, answeredBy: leo },
};
const promised: ResolutionCaseFact = {
  type: 'PatientPromiseMade',
  data: { ...on, promise, text: secret('We call.'), owner: leo, dueAt: noon, madeAt: noon, madeBy: leo },
};
const passedOn: ResolutionCaseFact = {
  type: 'PatientPromiseHandedOver',
  data: { ...on, promise, to: rosa, handedOverBy: leo },
};
const keptIt: ResolutionCaseFact = { type: 'PatientPromiseKept', data: { ...on, promise, keptAt: noon, keptBy: rosa } };

describe('the page of a case', () => {
  it('says where it stands and whose it is now', () => {
    const changed: ResolutionCaseFact = {
      type: 'LiaisonChanged',
      data: { ...on, from: leo, liaison: stranger, contactGiven: true, changedBy: rosa },
    };
    expect(page(requested)).toMatchObject({ stage: { status: 'requested', cycle: 1 }, team: [] });
    expect(page(requested, activated, liaisonNamed, disclosed, changed)).toMatchObject({
      stage: { status: 'reviewing', cycle: 1 },
      owner: rosa,
      liaison: stranger,
      team: [rosa, leo, stranger],
    });
  });

  it('names who stands for the patient, and no longer who did', () => {
    const known = recorded('health_care_proxy');
    expect(page(requested, known).representatives).toEqual([
      { person: mother, authority: 'decides', relation: 'parent', name: 'Elena Ruiz' },
    ]);
    expect(page(requested, known, ended).representatives).toEqual([]);
  });

  it('has questions with their answers, and promises with who keeps them', () => {
    const asked = { question, text: 'Why was it wet?', askedAt: noon, answered: false };
    expect(page(requested, askedWhy).questions).toEqual([asked]);
    expect(page(requested, askedWhy, answered).questions).toEqual([
      { ...asked, answered: true, answer: 'A pipe leaked.' },
    ]);
    const open = { promise, text: 'We call.', owner: leo, dueAt: noon, kept: false };
    expect(page(requested, promised).promises).toEqual([open]);
    expect(page(requested, promised, passedOn, keptIt).promises).toEqual([{ ...open, owner: rosa, kept: true }]);
  });

  it.each<[string, readonly ResolutionCaseFact[]]>([
    ['made', [made]],
    ['revised', [made, revised]],
    ['accepted', [made, accepted]],
    [
      'declined',
      [made, { type: 'OfferDeclined', data: { ...on, offer, reason: 'terms', declinedAt: noon, recordedBy: rosa } }],
    ],
    ['expired', [made, { type: 'OfferExpired', data: { ...on, offer, expiredAt: noon } }]],
    ['withdrawn', [made, { type: 'OfferWithdrawn', data: { ...on, offer, reason: 'error', withdrawnBy: rosa } }]],
  ])('has an offer as it was %s', (state, facts) => {
    const said = state === 'revised' ? 'We pay more.' : 'We pay.';
    const { components, amount, releaseRequired, validUntil } = terms;
    expect(page(requested, ...facts).offers).toEqual([
      { offer, state, components, amount, releaseRequired, validUntil, terms: said },
    ]);
  });

  it('counts the bills that went out, and names the labels that are held back', () => {
    const facts = [requested, activated, assessed('severity', 'met'), billNoted(noon), billNoted(noon)];
    expect(page(...facts).billsSentDuringHold).toBe(2);
    expect(withheldLabels(facts, ['OPER', 'PHI', 'SHARED'])).toEqual(['LEGAL']);
    expect(withheldLabels(facts, ['OPER', 'PHI', 'LEGAL'])).toEqual([]);
    expect(withheldLabels(facts, [])).toEqual(['OPER', 'PHI', 'LEGAL']);
  });
});
