import { type ActiveState, begun, courseAfter } from '../resolution-case/course.state.js';
import type { CaseState } from '../resolution-case/resolution-case.codes.js';
import type { ResolutionCaseFact } from '../resolution-case/resolution-case.events.js';

/** Where a case stands, from the request of its team on. */
export interface Stage {
  readonly status: CaseState;
  /** What the last hold came over: it is left for that state. */
  readonly heldFrom?: ActiveState;
  /** How often it was begun: 1 the first time through. */
  readonly cycle: number;
}

export const asked: Stage = { status: 'requested', cycle: begun.cycle };

/** The stage after a fact, by the rules' own table; before the team is there, nothing but it or an end moves a case. */
export const stageAfter = ({ status, heldFrom, cycle }: Stage, fact: ResolutionCaseFact): Stage => {
  if (fact.type === 'ActivationWithdrawn') return { status: 'withdrawn', cycle };
  if (fact.type === 'ResponseTeamActivated') return { status: begun.status, cycle };
  if (status === 'requested' || status === 'withdrawn') return { status, cycle };
  const after = courseAfter({ ...begun, status, heldFrom, cycle }, fact);
  return { status: after.status, cycle: after.cycle, ...(after.heldFrom && { heldFrom: after.heldFrom }) };
};
