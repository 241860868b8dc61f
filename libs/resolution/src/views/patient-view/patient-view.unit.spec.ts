import type { Told } from '../../record/case.reading.js';
import { chronologyOf } from '../chronology/chronology.js';
import { patientViewOf } from './patient-view.js';

const at = '2026-03-02T12:00:00.000Z';
const soon = '2026-03-09T12:00:00.000Z';
const step = (type: Told['type'], said: Told['said'] = {}): Told => ({ type, occurredAt: at, said });

const talk = step('InitialDisclosureHeld', { factsTold: 'You fell.', nextContactAt: soon, heldBy: 'leo' });
const made = step('OfferMade', { offer: 'one', terms: 'We pay.', amount: { cents: 1 }, validUntil: soon });
const declined = step('OfferDeclined', { offer: 'one', reason: 'amount', note: 'Too little.' });

describe('the patient view', () => {
  it('says before anything was told that nothing was', () =>
    expect(patientViewOf([step('ResponseTeamActivated', { owner: 'rosa' })])).toEqual({
      status: 'We have not yet spoken with you about what happened.',
      told: [],
      questions: [],
      promises: [],
      offers: [],
    }));

  it('has what was told, asked, answered and promised, and when they hear from us next', () => {
    const view = patientViewOf([
      talk,
      step('PatientQuestionAsked', { question: 'q', text: 'Why?', askedAt: at, recordedBy: 'leo' }),
      step('PatientQuestionAnswered', { question: 'q', answer: 'A leak.', answeredAt: soon, answeredBy: 'leo' }),
      step('PatientPromiseMade', { promise: 'p', text: 'We call.', owner: 'leo', dueAt: soon, madeAt: at }),
      step('PatientPromiseMade', { promise: 'r', text: 'We write.', owner: 'leo', dueAt: soon, madeAt: at }),
      step('PatientPromiseKept', { promise: 'p', keptAt: soon, keptBy: 'leo' }),
    ]);
    expect(view).toEqual({
      status: 'We have told you what we know so far, and we are looking into what happened.',
      nextContactAt: soon,
      told: [{ at, type: 'InitialDisclosureHeld', said: { factsTold: 'You fell.', nextContactAt: soon } }],
      questions: [{ question: 'q', text: 'Why?', askedAt: at, answer: 'A leak.', answeredAt: soon }],
      promises: [
        { promise: 'p', text: 'We call.', dueAt: soon, madeAt: at, kept: true, keptAt: soon },
        { promise: 'r', text: 'We write.', dueAt: soon, madeAt: at, kept: false },
      ],
      offers: [],
    });
  });

  it.each<[string, readonly Told[]]>([
    ['open', [talk, made]],
    ['in_talks', [talk, made, step('OfferRevised', { offer: 'one', terms: 'We pay.' })]],
    ['accepted', [talk, made, step('OfferAccepted', { signedAt: at })]],
    ['over', [talk, made, declined]],
  ])('has an offer that is %s in words, without the amount by itself', (standing, told) => {
    const { offers, status } = patientViewOf(told);
    expect(offers).toMatchObject([{ standing, terms: 'We pay.', validUntil: soon }]);
    expect(Object.keys(offers[0] ?? {})).not.toContain('amount');
    expect(status).toContain('offer');
  });

  it('lets a new offer stand in the place of the one before', () =>
    expect(patientViewOf([talk, made, made]).offers.map(({ standing }) => standing)).toEqual(['over', 'open']));
});

describe('the chronology', () => {
  it('has every step in full, and of what may be shared only what is theirs', () => {
    const told = [talk, step('CriterionAssessed', { result: 'met' }), declined];
    expect(chronologyOf(told, 'full')).toEqual(told.map(({ type, said }) => ({ at, type, said })));
    expect(chronologyOf(told, 'share-safe')).toEqual([
      { at, type: 'InitialDisclosureHeld', said: { factsTold: 'You fell.', nextContactAt: soon } },
    ]);
  });
});
