import { Refusal } from '#kernel/core';
import * as next from './follow-up.examples.js';
import { type SafetyEventCommand, safetyEventDecider } from './safety-event.decider.js';
import type { SafetyEventFact } from './safety-event.events.js';
import * as fall from './safety-event.examples.js';

const { decide, evolve, initialState } = safetyEventDecider;
const stateOf = (history: readonly SafetyEventFact[]) => history.reduce(evolve, initialState);

/** A fall in every state that domain.md 8.4 knows, by its history. */
const earlier = stateOf([next.happened(fall.fallReported, '2026-03-02T08:59:00.000Z')]);
const reported = [next.happened(fall.fallReported, fall.tenPastNine)];
const triaged = [...reported, fall.fallTriaged];
const confirmed = [...triaged, fall.fallConfirmed];
const closed = [...confirmed, fall.fallClosed];
const STATES: Readonly<Record<string, readonly SafetyEventFact[]>> = {
  none: [],
  reported,
  triaged,
  confirmed,
  closed,
  redirected: [...triaged, next.redirected],
  merged: [...confirmed, next.merged],
  voided: [...reported, fall.fallVoided],
  transferred: [...confirmed, next.transferred],
};

/** The table of domain.md 8.4: from where each command moves it, and where to. Everything else is refused. */
const ROWS: readonly (readonly [SafetyEventCommand, Readonly<Record<string, string>>])[] = [
  [fall.reportFall, { none: 'reported' }],
  [fall.triageFall, { reported: 'triaged' }],
  [fall.confirmFall, { triaged: 'confirmed' }],
  [next.redirectToHr, { triaged: 'redirected' }],
  [next.takeBack, { redirected: 'triaged' }],
  [next.mergeInto(earlier), { reported: 'merged', triaged: 'merged', confirmed: 'merged' }],
  [next.unmergeFrom(earlier), { merged: 'confirmed' }],
  [fall.closeFall, { confirmed: 'closed' }],
  [next.reopen, { closed: 'confirmed' }],
  [
    fall.voidFall,
    { reported: 'voided', triaged: 'voided', confirmed: 'voided', closed: 'voided', redirected: 'voided' },
  ],
  [next.transferAway, { confirmed: 'transferred' }],
];

const attempt = (state: string, command: SafetyEventCommand): string => {
  const history = STATES[state] as readonly SafetyEventFact[];
  try {
    return stateOf([...history, ...decide(command, stateOf(history))]).status;
  } catch (error) {
    if (error instanceof Refusal) return 'refused';
    throw error;
  }
};

describe('every command in every state', () => {
  const cells = ROWS.flatMap(([command, ways]) =>
    Object.keys(STATES).map((from) => [command.type, from, ways[from] ?? 'refused', command] as const),
  );
  it.each(cells)('%s on what is %s: %s', (_type, from, expected, command) =>
    expect(attempt(from, command)).toBe(expected),
  );
});

const ANY: readonly SafetyEventCommand[] = [
  next.assessSevere,
  next.requireReview,
  next.sequester,
  next.involveOmar,
  next.assignOmar,
  next.flagReportable,
  next.submitReport,
  next.recordPso,
  next.linkAna,
  next.addByRosa,
  next.askReporter,
  next.giveFeedback,
  next.correctTime,
  next.dismissLater,
  next.linkLater,
  fall.identifyFall,
];
const LIVING = ['reported', 'triaged', 'confirmed', 'closed', 'redirected'];

describe('what changes no state', () => {
  it.each(ANY.flatMap((command) => LIVING.map((state) => [command.type, state, command] as const)))(
    '%s is taken by what is %s, which stays so',
    (_type, state, command) => expect(attempt(state, command)).toBe(state),
  );
  it.each(
    ANY.flatMap((command) =>
      ['none', 'merged', 'voided', 'transferred'].map((state) => [command.type, state, command] as const),
    ),
  )('%s is refused by what is %s (INV-03)', (_type, state, command) => expect(attempt(state, command)).toBe('refused'));
});

describe('a note of an automation', () => {
  const notes: readonly SafetyEventCommand[] = [
    fall.linkCase,
    fall.noteDisclosure,
    fall.noteCaseClosed,
    { type: 'ReleaseDuplicate', data: { fromEventId: next.laterId, cases: [] } },
  ];
  it.each(
    notes.flatMap((note) => ['merged', 'voided', 'transferred'].map((state) => [note.type, state, note] as const)),
  )('%s comes too late for what is %s, and is no mistake', (_type, state, note) =>
    expect(decide(note, stateOf(STATES[state] as readonly SafetyEventFact[]))).toEqual([]),
  );
});
