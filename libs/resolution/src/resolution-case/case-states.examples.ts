import * as course from './course.examples.js';
import type { CaseState } from './resolution-case.codes.js';
import { resolutionCaseDecider } from './resolution-case.decider.js';
import type { ResolutionCaseFact } from './resolution-case.events.js';
import * as ana from './resolution-case.examples.js';
import type { ActiveCase, ResolutionCase } from './resolution-case.rules.js';

const { evolve, initialState } = resolutionCaseDecider;

/** A case after these facts. */
export const caseOf = (history: readonly ResolutionCaseFact[]): ResolutionCase => history.reduce(evolve, initialState);

/** The same for one whose team was activated. */
export const activeOf = (history: readonly ResolutionCaseFact[]): ActiveCase => caseOf(history) as ActiveCase;

export const unreasonable = {
  ...ana.determined,
  data: { ...ana.determined.data, determination: 'unreasonable' },
} as const;

const activated = [ana.requested, ana.activated];
const reviewing = [...activated, ana.disclosed];
const determining = [...reviewing, ana.determinationOpened, ...ana.allAssessed];
const explained = [...determining, ana.determined, ana.explained];
const preparing = [...determining, unreasonable];
const offered = [...preparing, course.offered];

/** Ana's case in every state of domain.md 8.8, by facts alone. */
export const STATES: Readonly<Record<'none' | CaseState, readonly ResolutionCaseFact[]>> = {
  none: [],
  requested: [ana.requested],
  withdrawn: [ana.requested, ana.withdrawn],
  activated,
  disclosing: [...activated, ana.attempted],
  reviewing,
  determining,
  explained,
  offer_preparing: preparing,
  offered,
  negotiating: [...offered, course.offerDeclined],
  on_hold: [...reviewing, course.heldUp],
  outside: [...reviewing, course.sued],
  declined: [...reviewing, course.declinedProgram],
  resolved: [...explained, ana.resolved],
  closed: [...explained, ana.resolved, ana.closed],
  transferred: [...reviewing, course.transferAsked, course.transferred],
  merged: [...reviewing, course.merged],
};

/** Somebody has accepted what was offered, and it is paid or not. */
export const accepted = [...offered, course.offerAccepted];
export const acceptedWithoutMoney = [
  ...preparing,
  { ...course.offered, data: { ...course.offered.data, components: ['memorial' as const] } },
  course.offerAccepted,
];
