import { deciding } from '#kernel/core/testing';
import { disclosedInWriting, pennsylvania, pennsylvaniaPinned } from './care.examples.js';
import { activeOf, caseOf, STATES } from './case-states.examples.js';
import * as course from './course.examples.js';
import { involvedNoted } from './people.examples.js';
import { conflict, deathNoted, noteDeath, recheckRequired, recorded } from './representative.examples.js';
import { type ResolutionCaseCommand, resolutionCaseDecider } from './resolution-case.decider.js';
import type { CaseFact, ResolutionCaseFact } from './resolution-case.events.js';
import * as ana from './resolution-case.examples.js';
import type { ResolutionCase } from './resolution-case.rules.js';

const { given } = deciding(resolutionCaseDecider);
const anew = (reason: 'patient_died' | 'cases_merged') => ({
  ...recheckRequired(reason),
  data: { ...recheckRequired(reason).data, requiredAt: course.noon },
});
const { absorbed: fromCase, absorbedAt: takenOverAt, safetyEventId } = course.absorbed.data;
const { promise, owner, dueAt } = course.promised.data;
const takenOver: CaseFact<'PatientPromiseTakenOver'> = {
  type: 'PatientPromiseTakenOver',
  data: { safetyEventId, fromCase, takenOverAt, promise, owner, dueAt },
};
const other = activeOf([course.otherRequested, course.otherActivated]);
const requiring = (
  changes: Partial<Extract<ResolutionCaseCommand, { type: 'RequireCaseMerge' }>['data']> = {},
): ResolutionCaseCommand => ({
  type: 'RequireCaseMerge',
  data: { with: course.otherCase, other, patients: 'unknown', at: course.noon, ...changes },
});

describe('two cases for what may be one patient', () => {
  it.each(['same', 'unknown'] as const)('ask a person to choose, whose record numbers are: %s', (patients) => {
    given(...STATES.reviewing)
      .when(requiring({ patients }))
      .then(course.mergeRequired);
    given(...STATES.reviewing, course.mergeRequired)
      .when(requiring({ patients }))
      .thenNothing();
  });
  it('are no question where the patients differ', () => {
    given(...STATES.reviewing)
      .when(requiring({ patients: 'different' }))
      .thenNothing();
    const roommate = { ...other, safetyEventId: ana.activated.data.safetyEventId };
    given(...STATES.reviewing)
      .when(requiring({ other: roommate }))
      .thenNothing();
  });
  it('are asked about while one is only asked for, and it is remembered until it has its team', () => {
    given(...STATES.requested)
      .when(requiring())
      .then(course.mergeRequired);
    given(...STATES.requested, course.mergeRequired)
      .when(requiring())
      .thenNothing();
    given(...STATES.reviewing)
      .when(requiring({ other: caseOf([course.otherRequested]) }))
      .then(course.mergeRequired);
    expect(activeOf([ana.requested, course.mergeRequired, ana.activated]).mergeWith).toEqual([course.otherCase]);
  });
  it.each(['none', 'withdrawn', 'resolved', 'closed', 'transferred', 'merged', 'outside', 'declined'] as const)(
    'are no question where one of them is %s',
    (state) => {
      given(...STATES[state])
        .when(requiring())
        .thenNothing();
      given(...STATES.reviewing)
        .when(requiring({ other: caseOf(STATES[state]) }))
        .thenNothing();
    },
  );
});

describe('a merge', () => {
  it('says which case goes on', () => {
    given(...STATES.reviewing)
      .when(course.mergeInto(other))
      .then(course.merged);
    expect(caseOf(STATES.merged)).toMatchObject({ status: 'merged', mergedInto: course.otherCase });
  });
  it('is never into itself', () =>
    given(...STATES.reviewing)
      .when(course.mergeInto(other, { into: course.anasCase }))
      .thenRefused('resolution-case/merged-into-itself'));
  it('is never across patients', () => {
    given(...STATES.reviewing)
      .when(course.mergeInto(other, { patients: 'different' }))
      .thenRefused('resolution-case/other-patient');
    given(...STATES.reviewing)
      .when(course.mergeInto({ ...other, safetyEventId: ana.activated.data.safetyEventId }, { patients: 'unknown' }))
      .thenRefused('resolution-case/other-patient');
    given(...STATES.reviewing) // one patient, linked twice
      .when(course.mergeInto({ ...other, safetyEventId: ana.activated.data.safetyEventId }, { patients: 'same' }))
      .then(course.merged);
  });
  it.each<[string, ResolutionCase, string]>([
    ['nothing', { status: 'none' }, 'unknown-case'],
    ['what waits for its team', caseOf([course.otherRequested]), 'target-not-open'],
    ['what was closed', activeOf(STATES.closed), 'target-not-open'],
    ['what was resolved', activeOf(STATES.resolved), 'target-not-open'],
    ['what was merged', activeOf(STATES.merged), 'target-not-open'],
  ])('is not into %s', (_what, target, code) =>
    given(...STATES.reviewing)
      .when(course.mergeInto(target))
      .thenRefused(`resolution-case/${code}`),
  );
});

describe('what only a case that is merged away knows to be owed', () => {
  const into = (changes: Parameters<typeof course.mergeInto>[1] = {}) => course.mergeInto(other, changes);
  const asked = { ...pennsylvania, required: ['what_happened'] };
  const found = {
    ...ana.determinationOpened,
    data: { ...ana.determinationOpened.data, basis: 'review_completed' },
  } as const;
  const untold = { ...ana.disclosed, data: { ...ana.disclosed.data, documentedInChart: false } };

  it.each<[string, readonly ResolutionCaseFact[], string]>([
    ['a talk that stands in no chart', [...STATES.activated, untold], 'undocumented'],
    ['findings that nobody was told', [...STATES.reviewing, found], 'findings-open'],
    ['relatives who disagree', [...STATES.reviewing, conflict], 'relatives-disagree'],
    ['an offer on the table', STATES.offered, 'offer-on-table'],
    ['a payment to be reported', [...STATES.reviewing, course.paid(true)], 'npdb-report-owed'],
  ])('is done first: %s', (_, history, code) =>
    given(...history)
      .when(into())
      .thenRefused(`resolution-case/${code}`),
  );
  it('is what its law asks for, where the other one goes by another', () => {
    given(...STATES.reviewing, pennsylvaniaPinned)
      .when(into({ pack: asked }))
      .thenRefused('resolution-case/disclosure-owed');
    given(...STATES.reviewing, pennsylvaniaPinned, disclosedInWriting)
      .when(into({ pack: asked }))
      .then(course.merged);
    const same = activeOf([course.otherRequested, course.otherActivated, pennsylvaniaPinned]);
    given(...STATES.reviewing, pennsylvaniaPinned)
      .when(into({ other: same, pack: asked }))
      .then(course.merged);
  });
});

describe('the case that goes on', () => {
  const open: readonly ResolutionCaseFact[] = [course.otherRequested, course.otherActivated, course.asked];
  const absorbing = (...more: readonly ResolutionCaseFact[]): ResolutionCaseCommand => ({
    type: 'AbsorbCase',
    data: { absorbed: course.otherCase, from: activeOf([...open, ...more]), at: course.noon },
  });

  const holds = [{ from: ana.holdPlaced.data.placedAt }];
  const withHold = { ...course.absorbed, data: { ...course.absorbed.data, holds } };

  it('takes over what is still owed by the other, once', () => {
    given(...STATES.reviewing)
      .when(absorbing(course.promised, ana.holdPlaced))
      .then(withHold, takenOver);
    given(...STATES.reviewing, course.absorbed)
      .when(absorbing(course.promised))
      .thenNothing();
    expect(activeOf([...STATES.reviewing, course.mergeRequired, course.absorbed])).toMatchObject({
      mergeWith: [],
      alsoOf: [course.otherFall],
      care: { hold: 'on' },
      talks: { questions: [{ answered: false }], promises: [{ kept: false, handedOver: false }] },
    });
  });
  it('takes over nothing that was done, or that it owes itself', () => {
    const nothing = { ...course.absorbed.data, questions: [], promises: [], billHeld: false };
    given(...STATES.reviewing)
      .when(absorbing(course.answered, course.promised, course.kept))
      .then({ ...course.absorbed, data: nothing });
    given(...STATES.reviewing, course.asked, course.promised)
      .when(absorbing(course.promised))
      .then({ ...course.absorbed, data: nothing });
  });
  it('is told even where it has ended meanwhile', () => {
    const facts = [...STATES.closed, course.absorbed];
    given(...STATES.closed)
      .when(absorbing(course.promised, ana.holdPlaced))
      .then(withHold, takenOver);
    expect(activeOf(facts)).toMatchObject({ status: 'closed', talks: { questions: [{ answered: false }] } });
    given(...STATES.requested)
      .when(absorbing())
      .thenRefused('resolution-case/not-activated');
  });
  it('knows who was involved, and that the patient died; who decides is looked at anew', () => {
    const nothing = { ...course.absorbed.data, questions: [], promises: [], billHeld: false };
    const absorbed = { ...course.absorbed, data: nothing };
    const own = [...STATES.reviewing, course.asked] as const;
    given(...own)
      .when(absorbing(involvedNoted, deathNoted))
      .then(
        absorbed,
        involvedNoted,
        { ...deathNoted, data: { ...deathNoted.data, notedAt: course.noon } },
        anew('patient_died'),
      );
    given(...own)
      .when(absorbing(recorded('patient_named_them')))
      .then(absorbed, anew('cases_merged'));
    given(...own)
      .when(absorbing(recheckRequired('capacity_lost')))
      .then(absorbed, anew('cases_merged'));
    const { staff } = involvedNoted.data;
    const liaison = { ...ana.liaisonNamed, data: { ...ana.liaisonNamed.data, liaison: String(staff[0]) } };
    given(...own, liaison)
      .when(absorbing(involvedNoted))
      .then(absorbed, { ...involvedNoted, data: { ...involvedNoted.data, toReplace: [...staff] } });
    given(...own, deathNoted, involvedNoted)
      .when(absorbing(involvedNoted, deathNoted))
      .then(absorbed);
    given(...own, course.absorbed)
      .when({ ...noteDeath, data: { ...noteDeath.data, patient: course.otherRequested.data.patient } })
      .then(deathNoted, recheckRequired('patient_died'));
  });
  it('tells the other’s safety event too of what becomes of it (INV-07)', () => {
    const [, told] = [
      STATES.resolved,
      { ...course.absorbed, data: { ...course.absorbed.data, questions: [], promises: [], billHeld: false } },
    ];
    const alsoOf = [course.otherFall];
    given(...STATES.resolved, told)
      .when(ana.closeCase)
      .then({ ...ana.closed, data: { ...ana.closed.data, alsoOf } });
    given(...STATES.closed, told)
      .when(course.reopen)
      .then({ ...course.reopened, data: { ...course.reopened.data, alsoOf } });
    given(...STATES.reviewing, told)
      .when(course.mergeInto({ ...other, safetyEventId: course.anasCase }))
      .then({ ...course.merged, data: { ...course.merged.data, alsoOf } });
    given(...STATES.reviewing, told, course.transferAsked)
      .when(course.transferAway)
      .then({ ...course.transferred, data: { ...course.transferred.data, alsoOf } });
    given(...STATES.activated, told)
      .when(ana.withdraw)
      .thenRefused('resolution-case/holds-another');
  });
});
