import { Chance } from './chance.js';
import type { SafetyEventPlan } from './safety-event.plan.js';
import { DAY, HOUR, type Late, MINUTE } from './step.js';
import { atWork } from './working-hours.js';

/** When what is done with a safety event. */
export interface SafetyEventDates {
  readonly reported: number;
  readonly late?: Late;
  /** It should not have been reported. */
  readonly voided?: { readonly at: number; readonly reason: 'error' | 'test' };
  /** Somebody sees that it is a CANDOR event, where it is one. */
  readonly identified: number;
  readonly triaged: number;
  readonly confirmed: number;
  readonly told: readonly { readonly group: 'c_suite' | 'board'; readonly at: number }[];
  /** Absent where leaders were never told of a serious one: it cannot be closed. */
  readonly closed?: number;
}

/** Harm to a patient of moderate or worse: it is identified, and a case is asked for. */
export const isEligible = ({ harmed, harm }: SafetyEventPlan): boolean =>
  harmed === 'patient' && (harm === 'moderate' || harm === 'severe' || harm === 'death');

export const isSerious = ({ harm }: SafetyEventPlan): boolean => harm === 'severe' || harm === 'death';

/** `approver`: the persona who approves what is very late; `endsAt`: when its case has come to an end. */
export const datesOf = (plan: SafetyEventPlan, approver: string, endsAt = 0): SafetyEventDates => {
  const chance = new Chance(`${plan.key} dates`);
  const late = lateOf(chance, plan, approver);
  const reported = late ? late.occurredAt + (late.approver ? 40 : 2) * DAY : plan.reportedAt;
  const reason = chance.oneOf(['error', 'test'] as const);
  const voided = !plan.byHand && chance.happens(isEligible(plan) ? 0.07 : 0.03);
  const triaged = atWork(
    reported + (chance.happens(0.75) ? chance.between(3, 40) * HOUR : chance.between(3, 20) * DAY),
  );
  const confirmed = atWork(
    triaged + (chance.happens(0.7) ? chance.between(2, 70) * HOUR : chance.between(4, 18) * DAY),
  );
  const told = isSerious(plan) ? toldAt(chance, confirmed) : [];
  const last = Math.max(confirmed + chance.between(4, 60) * DAY, endsAt + 2 * DAY, ...told.map(({ at }) => at + DAY));
  return {
    reported,
    ...(late && { late }),
    ...(voided && { voided: { at: reported + chance.between(3, 40) * HOUR, reason } }),
    identified: reported + chance.between(10, 100) * MINUTE,
    triaged,
    confirmed,
    told,
    ...(told.length !== 1 && { closed: atWork(last) }),
  };
};

/** Three business days are allowed; the board is sometimes told late, and once in a while not at all. */
const toldAt = (chance: Chance, confirmed: number): SafetyEventDates['told'] => {
  const inTime = chance.happens(0.85);
  const chiefs = atWork(confirmed + (inTime ? chance.between(1, 20) * HOUR : chance.between(6, 12) * DAY));
  const board = atWork(chiefs + (inTime ? chance.between(1, 6) * HOUR : 3 * DAY));
  return [{ group: 'c_suite', at: chiefs }, ...(chance.happens(0.94) ? [{ group: 'board', at: board } as const] : [])];
};

/** Some reports are written on paper first; a few are found long after. */
const lateOf = (chance: Chance, plan: SafetyEventPlan, approver: string): Late | undefined => {
  if (isEligible(plan) || !chance.happens(0.06)) return undefined;
  return chance.happens(0.8)
    ? { occurredAt: plan.reportedAt, reasonCode: chance.oneOf(['paper-report', 'downtime'] as const) }
    : { occurredAt: plan.reportedAt, reasonCode: 'found-late', approver };
};
