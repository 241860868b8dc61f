import { Refusal } from '#kernel/core';
import { accepted, activeOf, caseOf, STATES, unreasonable } from './case-states.examples.js';
import * as course from './course.examples.js';
import { type CaseState, OPEN_STATES } from './resolution-case.codes.js';
import { type ResolutionCaseCommand, resolutionCaseDecider } from './resolution-case.decider.js';
import type { ResolutionCaseFact } from './resolution-case.events.js';
import * as ana from './resolution-case.examples.js';

type State = keyof typeof STATES;
type Ways = Readonly<Partial<Record<State, CaseState>>>;

const { decide, evolve } = resolutionCaseDecider;
const ALL = Object.keys(STATES) as readonly State[];

const from = (states: readonly State[], to: CaseState): Ways => Object.fromEntries(states.map((state) => [state, to]));
const same = (states: readonly CaseState[]): Ways => Object.fromEntries(states.map((state) => [state, state]));
const fact = <F extends ResolutionCaseFact>(one: F, changes: Partial<F['data']>): F => ({
  ...one,
  data: { ...one.data, ...changes },
});

const revised: ResolutionCaseFact = {
  type: 'DeterminationRevised',
  data: { safetyEventId: ana.activated.data.safetyEventId, reason: 'new_facts', revisedBy: ana.rosa },
};
const { offer, madeAt: _at, madeBy: _by, ...terms } = course.offered.data;
const on = { safetyEventId: terms.safetyEventId, offer };
const OFFER_ENDS: readonly ResolutionCaseFact[] = [
  { type: 'OfferRevised', data: { ...terms, offer, revisedAt: course.later, revisedBy: ana.rosa } },
  course.offerDeclined,
  { type: 'OfferExpired', data: { ...on, expiredAt: course.later } },
  { type: 'OfferWithdrawn', data: { ...on, reason: 'new_facts', withdrawnBy: ana.rosa } },
];

/** The first table of domain.md 8.8, row by row: from where a fact moves a case, and where to. */
const ROWS: readonly (readonly [ResolutionCaseFact, Ways])[] = [
  [ana.requested, { none: 'requested', withdrawn: 'requested' }],
  [ana.activated, { requested: 'activated' }],
  [ana.attempted, { activated: 'disclosing' }],
  [ana.disclosed, { activated: 'reviewing', disclosing: 'reviewing' }],
  [ana.declined, { disclosing: 'reviewing' }],
  [ana.determinationOpened, { reviewing: 'determining' }],
  [fact(ana.determined, { determination: 'undetermined' }), { determining: 'determining' }],
  [ana.determined, { determining: 'determining' }],
  [ana.explained, { determining: 'explained' }],
  [unreasonable, { determining: 'offer_preparing' }],
  [fact(ana.determined, { determination: 'mixed' }), { determining: 'offer_preparing' }],
  [course.offered, { offer_preparing: 'offered', negotiating: 'offered' }],
  ...OFFER_ENDS.map((end): readonly [ResolutionCaseFact, Ways] => [end, { offered: 'negotiating' }]),
  [course.offerAccepted, { offered: 'offered' }],
  [ana.resolved, from(['explained', 'offer_preparing', 'offered', 'negotiating'], 'resolved')],
  [revised, { determining: 'determining', explained: 'determining' }],
  [ana.closed, { resolved: 'closed' }],
  [course.heldUp, from(OPEN_STATES, 'on_hold')],
  [course.resumed, { on_hold: 'reviewing' }],
  [course.sued, from(OPEN_STATES, 'outside')],
  [course.claimed, from(OPEN_STATES, 'outside')],
  [fact(course.claimed, { endsTalks: false }), same(OPEN_STATES)],
  [course.returned, { outside: 'negotiating' }],
  [fact(ana.resolved, { kind: 'claim_path' }), { outside: 'resolved' }],
  [course.declinedProgram, from(OPEN_STATES, 'declined')],
  [fact(course.declinedProgram, { scope: 'review' }), same(OPEN_STATES)],
  [course.reopened, { declined: 'reviewing', closed: 'reviewing' }],
  [fact(ana.resolved, { kind: 'patient_declined' }), { declined: 'resolved' }],
  [course.transferred, from(OPEN_STATES, 'transferred')],
  [course.merged, from(OPEN_STATES, 'merged')],
];

describe('every row of the table', () => {
  const cells = ROWS.flatMap(([one, ways]) =>
    Object.entries(ways).map(([state, to]) => [one.type, state as State, to, one] as const),
  );
  it.each(cells)('%s brings what is %s to: %s', (_type, state, to, one) =>
    expect(evolve(caseOf(STATES[state]), one).status).toBe(to),
  );
  it.each(ALL)('is told of a case that is %s', (state) => expect(caseOf(STATES[state]).status).toBe(state));
  it.each(OPEN_STATES.filter((state) => state !== 'on_hold'))('leads back from a hold to: %s', (state) =>
    expect(caseOf([...STATES[state], course.heldUp, course.resumed]).status).toBe(state),
  );
});

const other = caseOf([course.otherRequested, course.otherActivated]);
const resolve = (kind: Extract<ResolutionCaseCommand, { type: 'ReachResolution' }>['data']['kind']) => ({
  ...ana.resolve,
  data: { ...ana.resolve.data, kind },
});

/** What people ask for, and from where each moves a case, where to. Everything else is refused. */
const COMMANDS: readonly (readonly [ResolutionCaseCommand, Ways])[] = [
  [ana.activate, { requested: 'activated' }],
  [ana.openDetermination, { reviewing: 'determining' }],
  [resolve('explained'), { explained: 'resolved' }],
  [resolve('patient_declined'), { negotiating: 'resolved', declined: 'resolved' }],
  [resolve('claim_path'), { outside: 'resolved' }],
  [resolve('financial'), {}],
  [resolve('non_financial'), {}],
  [resolve('unreachable'), {}],
  [ana.closeCase, { resolved: 'closed' }],
  [
    course.placeOnHold,
    from(
      OPEN_STATES.filter((state) => state !== 'on_hold'),
      'on_hold',
    ),
  ],
  [course.resume, { on_hold: 'reviewing' }],
  [course.receiveClaim, from(OPEN_STATES, 'outside')],
  [course.recordSuit, from(OPEN_STATES, 'outside')],
  [course.comeBack, { outside: 'negotiating' }],
  [course.askTransfer, same(OPEN_STATES)],
  [course.transferAway, {}],
  // an offer on the table is answered or withdrawn first
  [
    course.mergeInto(other),
    from(
      OPEN_STATES.filter((state) => state !== 'offered'),
      'merged',
    ),
  ],
  [course.reopen, { declined: 'reviewing', closed: 'reviewing' }],
];

const attempt = (history: readonly ResolutionCaseFact[], command: ResolutionCaseCommand): string => {
  try {
    return decide(command, caseOf(history)).reduce(evolve, caseOf(history)).status;
  } catch (error) {
    if (error instanceof Refusal) return 'refused';
    throw error;
  }
};

describe('every command in every state', () => {
  const cells = COMMANDS.flatMap(([command, ways]) =>
    ALL.map((state) => [command.type, state, ways[state] ?? 'refused', command] as const),
  );
  it.each(cells)('%s on what is %s: %s', (_type, state, expected, command) =>
    expect(attempt(STATES[state], command)).toBe(expected),
  );
  it.each(ALL)('a transfer that was asked for, of what is %s', (state) =>
    expect(attempt([...STATES[state], course.transferAsked], course.transferAway)).toBe(
      OPEN_STATES.includes(state as never) ? 'transferred' : 'refused',
    ),
  );
});

describe('an accepted offer', () => {
  it.each([course.placeOnHold, course.receiveClaim, course.recordSuit, course.askTransfer, course.mergeInto(other)])(
    'is followed by no other course: $type',
    (command) =>
      expect(() => decide(command, activeOf(accepted))).toThrow(
        expect.objectContaining({ code: 'resolution-case/offer-accepted' }),
      ),
  );
  it('is not taken in exchange for a case that would go on in it', () =>
    expect(() => decide(course.mergeInto(activeOf(accepted)), caseOf(STATES.reviewing))).toThrow(
      expect.objectContaining({ code: 'resolution-case/target-not-open' }),
    ));
});
