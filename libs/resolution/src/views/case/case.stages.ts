import type { Instant } from '#kernel/core';
import { saidOf } from '../../case-record/said.js';
import type { TimelineStep } from '../../case-record/shown-case.js';

/** The stages of a case, as a bar shows them (domain.md 8.8). */
export const STAGES = [
  'team',
  'first_conversation',
  'review',
  'determination',
  'answer',
  'resolution',
  'closing',
] as const;
export type Stage = (typeof STAGES)[number];

/** A stage, and since when it is behind us in this cycle. */
export interface StageStand {
  readonly stage: Stage;
  readonly doneAt?: Instant;
}

/** What ends each stage: the answer to what was found is its explanation, or an offer. */
const ENDS: Readonly<Partial<Record<TimelineStep['type'], Stage>>> = {
  ResponseTeamActivated: 'team',
  InitialDisclosureHeld: 'first_conversation',
  DisclosureExceptionRecorded: 'first_conversation',
  DeterminationOpened: 'review',
  CareDeterminationMade: 'determination',
  ReasonableCareExplained: 'answer',
  OfferMade: 'answer',
  ResolutionReached: 'resolution',
  ResolutionCaseClosed: 'closing',
};

/** From which stage on it is gone through again after such a fact. */
const AGAIN: Readonly<Partial<Record<TimelineStep['type'], Stage>>> = {
  ActivationRequested: 'team',
  ResolutionCaseReopened: 'review',
  DeterminationRevised: 'determination',
};

/** Which stages a case has behind it, for somebody who may see how it is worked. */
export const stagesOf = (timeline: readonly TimelineStep[]): readonly StageStand[] => {
  const done = new Map<Stage, Instant>();
  for (const step of timeline) {
    const again = AGAIN[step.type];
    if (again) for (const stage of STAGES.slice(STAGES.indexOf(again))) done.delete(stage);
    const ended = ENDS[step.type];
    if (ended && !done.has(ended) && !undecided(step)) done.set(ended, step.occurredAt);
  }
  return STAGES.map((stage) => {
    const doneAt = done.get(stage);
    return { stage, ...(doneAt && { doneAt }) };
  });
};

/** "Undetermined" decides nothing: the determination goes on. */
const undecided = (step: TimelineStep): boolean =>
  saidOf([step], 'CareDeterminationMade').some(({ said }) => said.determination === 'undetermined');
