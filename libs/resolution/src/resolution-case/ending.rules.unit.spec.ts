import { deciding } from '#kernel/core/testing';
import { colorado, disclosedInWriting, pennsylvania, pennsylvaniaPinned, pinned } from './care.examples.js';
import { accepted, acceptedWithoutMoney, STATES } from './case-states.examples.js';
import * as course from './course.examples.js';
import { RESOLUTION_KINDS, type ResolutionKind } from './resolution-case.codes.js';
import { resolutionCaseDecider } from './resolution-case.decider.js';
import type { ResolutionCaseFact } from './resolution-case.events.js';
import * as ana from './resolution-case.examples.js';
import type { Asked } from './statutory.rules.js';

const { given } = deciding(resolutionCaseDecider);
const { decide, evolve, initialState } = resolutionCaseDecider;
const resolve = (kind: ResolutionKind) => ({ ...ana.resolve, data: { ...ana.resolve.data, kind } });
const resolved = (kind: ResolutionKind) => ({ ...ana.resolved, data: { ...ana.resolved.data, kind } });

const tried = (mode: 'phone' | 'letter', day: number): ResolutionCaseFact => ({
  ...ana.attempted,
  data: { ...ana.attempted.data, mode, attemptedAt: `2026-03-0${day}T12:00:00.000Z` },
});
const enough = [tried('phone', 2), tried('letter', 3), tried('phone', 7)];
const afterTrying = (history: readonly ResolutionCaseFact[]) => [...history, ...enough];
/** The same attempts, before the first conversation: they were reached then. */
const triedBefore = (history: readonly ResolutionCaseFact[]) => [
  ...history.slice(0, 2),
  ...enough,
  ...history.slice(2),
];

/** INV-27: every kind, the histories that it may end, and what is said of one that lacks something. */
const KINDS: readonly (readonly [
  ResolutionKind,
  readonly ResolutionCaseFact[],
  readonly ResolutionCaseFact[],
  string,
])[] = [
  ['explained', STATES.explained, STATES.offer_preparing, 'not-explained'],
  ['financial', [...accepted, course.paid(false)], accepted, 'not-paid'],
  ['financial', [...accepted, course.paid(false)], STATES.offered, 'no-offer-of-money-accepted'],
  ['financial', [...accepted, course.paid(false)], acceptedWithoutMoney, 'no-offer-of-money-accepted'],
  ['non_financial', acceptedWithoutMoney, STATES.offered, 'no-offer-accepted'],
  ['non_financial', acceptedWithoutMoney, accepted, 'no-offer-accepted'],
  ['patient_declined', STATES.declined, STATES.offer_preparing, 'not-declined'],
  ['patient_declined', STATES.negotiating, STATES.offered, 'not-declined'],
  ['patient_declined', STATES.negotiating, accepted, 'not-declined'],
  ['patient_declined', STATES.negotiating, STATES.outside, 'not-declined'],
  ['unreachable', afterTrying(STATES.offer_preparing), STATES.offer_preparing, 'not-tried-enough'],
  ['unreachable', afterTrying(STATES.offer_preparing), triedBefore(STATES.offer_preparing), 'not-tried-enough'],
  ['unreachable', afterTrying(STATES.offered), afterTrying(STATES.reviewing), 'not-judged'],
  ['unreachable', afterTrying(STATES.negotiating), afterTrying(accepted), 'not-judged'],
  ['unreachable', afterTrying(STATES.explained), afterTrying(STATES.outside), 'not-judged'],
  ['claim_path', STATES.outside, STATES.negotiating, 'not-outside'],
];

describe('a resolution (INV-27)', () => {
  it.each(KINDS)('%s follows from what came to pass', (kind, fitting, lacking, code) => {
    given(...fitting)
      .when(resolve(kind))
      .then(resolved(kind));
    given(...lacking)
      .when(resolve(kind))
      .thenRefused(`resolution-case/${code}`);
  });
  it('is told of in every kind', () =>
    expect([...new Set(KINDS.map(([kind]) => kind))].sort()).toEqual([...RESOLUTION_KINDS].sort()));
  it('may be that nobody was reached, from when the care was judged', () => {
    const tried = ['2026-03-02', '2026-03-04', '2026-03-08'].map((day, nth) => ({
      ...ana.attempted,
      data: { ...ana.attempted.data, mode: nth === 1 ? 'letter' : 'phone', attemptedAt: `${day}T12:00:00.000Z` },
    })) as readonly ResolutionCaseFact[];
    given(...STATES.determining, ...tried)
      .when(resolve('unreachable'))
      .thenRefused('resolution-case/not-judged');
    given(...STATES.determining, ana.determined, ...tried)
      .when(resolve('unreachable'))
      .then(resolved('unreachable'));
    given(...STATES.determining, ana.determined, ...tried, reviewed, resolved('unreachable'))
      .when(ana.closeCase)
      .then(ana.closed);
  });
  it('may be that the patient declined for good, though the case was opened again', () =>
    given(
      ...STATES.reviewing,
      { ...course.declinedProgram, data: { ...course.declinedProgram.data, lasting: 'good' } },
      { ...course.reopened, data: { ...course.reopened.data, reason: 'error' } },
      ...STATES.offer_preparing.slice(3),
    )
      .when(resolve('patient_declined'))
      .then(resolved('patient_declined')));
});

const settled = (...facts: readonly ResolutionCaseFact[]) => [...STATES.explained, ...facts, ana.resolved];
const reviewed = {
  ...ana.determinationOpened,
  data: { ...ana.determinationOpened.data, basis: 'review_completed' },
} as const;
const shared: ResolutionCaseFact = {
  type: 'FindingsSharedWithPatient',
  data: {
    safetyEventId: ana.activated.data.safetyEventId,
    factIds: [],
    actionIds: [],
    mode: 'in_person',
    attendees: ['patient'],
    persons: [],
    sharedAt: course.later,
    sharedBy: ana.leo,
  },
};
const notWanted: ResolutionCaseFact = {
  type: 'FindingsDeclined',
  data: { safetyEventId: ana.activated.data.safetyEventId, declinedAt: course.later, recordedBy: ana.leo },
};

/** INV-28: what is owed, what settles it, and what is said while it is not. */
const OWED: readonly (readonly [string, ResolutionCaseFact, readonly ResolutionCaseFact[], string, RegExp])[] = [
  ['a question', course.asked, [course.answered], 'questions-open', /^1 question waits/],
  ['a promise', course.promised, [course.kept, course.promiseHandedOver], 'promises-open', /^1 promise is not kept/],
  ['what a review found', reviewed, [shared, notWanted], 'findings-open', /share what it found/],
  ['a held bill', ana.holdPlaced, [ana.holdReleased], 'hold-is-on', /still held/],
  ['a report to the NPDB', course.paid(true), [course.npdbFiled], 'npdb-report-owed', /NPDB/],
];

const saidOf = (history: readonly ResolutionCaseFact[]): string => {
  try {
    decide(ana.closeCase, history.reduce(evolve, initialState));
    return 'closed';
  } catch (error) {
    return (error as Error).message;
  }
};

describe('a closing (INV-28)', () => {
  it('follows a resolution that leaves nothing open', () => {
    given(...settled())
      .when(ana.closeCase)
      .then(ana.closed);
    given(...settled(course.paid(false)))
      .when(ana.closeCase)
      .then(ana.closed);
  });
  it.each(OWED)('leaves nothing behind: %s', (_what, owed, settling, code, says) => {
    given(...settled(owed))
      .when(ana.closeCase)
      .thenRefused(`resolution-case/${code}`);
    expect(saidOf(settled(owed))).toMatch(says);
    for (const one of settling)
      given(...settled(owed, one))
        .when(ana.closeCase)
        .then(ana.closed);
  });
  it('waits for the disclosure in writing where the law that was pinned asks for one', () => {
    const closing = (pack: Asked) => ({ ...ana.closeCase, data: { ...ana.closeCase.data, pack } });
    const inWriting = closing({ ...pennsylvania, required: ['what_happened'] });
    given(...settled(pennsylvaniaPinned))
      .when(inWriting)
      .thenRefused('resolution-case/disclosure-owed');
    given(...settled(pennsylvaniaPinned, disclosedInWriting))
      .when(inWriting)
      .then(ana.closed);
    given(...settled(pinned))
      .when(closing(colorado))
      .then(ana.closed);
    for (const other of [closing(colorado), ana.closeCase])
      given(...settled(pennsylvaniaPinned))
        .when(other)
        .thenRefused('resolution-case/other-pack');
  });
  it('says how many are open', () => {
    const another = { ...course.asked, data: { ...course.asked.data, question: course.otherCase } };
    expect(saidOf(settled(course.asked, another))).toMatch(/^2 questions of theirs wait/);
    expect(saidOf(settled(course.asked, course.answered, another))).toMatch(/^1 question waits/);
  });
});
