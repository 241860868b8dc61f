import { Chance } from './chance.js';
import { datesOf, isEligible } from './safety-event.dates.js';
import type { SafetyEventPlan } from './safety-event.plan.js';
import { DAY, HOUR, MINUTE } from './step.js';
import { atWork } from './working-hours.js';

/** How a case goes, in milliseconds of the epoch. What the story has not come to has not happened. */
export interface CasePlan {
  readonly requestedAt: number;
  /** Nobody has activated it. */
  readonly activatedAt?: number;
  readonly talkedAt?: number;
  /** Attempts, and why there was no conversation in the end. */
  readonly tried?: { readonly at: readonly number[]; readonly why: 'declined' | 'unreachable' | 'unable' };
  readonly billable: 'yes' | 'no' | 'unknown';
  readonly heldAt?: number;
  /** From then on: determination, explanation, resolution, closing. */
  readonly determinedAt: number;
  readonly explainedAt: number;
  readonly endsAt: number;
  readonly patientName: string;
  readonly speaks: 'English' | 'Spanish';
  /** With whom it is talked: a parent of a child, the executor of somebody who has died. */
  readonly standsFor?: 'parent' | 'executor';
}

const NAMES = {
  English: ['Ruth Example', 'Harold Example', 'Grace Example', 'Walter Example', 'Joan Example', 'Denise Example'],
  Spanish: ['Ana Ejemplo', 'Luis Ejemplo', 'Carmen Ejemplo', 'Mateo Ejemplo'],
};

/**
 * The case of an eligible safety event. The organization learns: `maturity`, from 0 at the story's beginning to 1 at its
 * end, is how far the program has come, and what was late at first is in time later.
 */
export const plannedCase = (plan: SafetyEventPlan, maturity: number): CasePlan | undefined => {
  const { identified, voided } = datesOf(plan, '');
  if (!isEligible(plan) || voided) return undefined;
  const chance = new Chance(`${plan.key} case`);
  const prompt = (least: number, most: number) => chance.happens(least + (most - least) * maturity);
  const activated = identified + (prompt(0.5, 0.95) ? chance.between(8, 28) : chance.between(40, 600)) * MINUTE;
  const talked = prompt(0.4, 0.9)
    ? Math.max(activated + 5 * MINUTE, identified + chance.between(32, 58) * MINUTE)
    : activated + (chance.happens(0.8) ? chance.between(2, 18) * HOUR : chance.between(26, 90) * HOUR);
  const billable = chance.weighed({ yes: 78, no: 14, unknown: 8 });
  const held = activated + (prompt(0.6, 0.95) ? chance.between(1, 8) * HOUR : chance.between(4, 9) * DAY);
  const tried = chance.happens(0.12) ? chance.weighed({ declined: 5, unreachable: 4, unable: 3 }) : undefined;
  const first = tried ? attemptsAt(tried, activated) : [];
  const determined = atWork(Math.max(talked, ...first) + chance.between(40, 120) * DAY);
  const explained = atWork(determined + chance.between(7, 30) * DAY);
  const speaks = chance.happens(0.22) ? 'Spanish' : 'English';
  return {
    requestedAt: identified + 3 * MINUTE,
    ...(chance.happens(0.95) && { activatedAt: activated }),
    ...(tried ? { tried: { at: first, why: tried } } : { talkedAt: talked }),
    billable,
    ...(billable === 'yes' && chance.happens(0.93) && { heldAt: held }),
    determinedAt: determined,
    explainedAt: explained,
    endsAt: atWork(explained + chance.between(7, 40) * DAY),
    patientName: chance.oneOf(NAMES[speaks]),
    speaks,
    ...(plan.harm === 'death' && { standsFor: 'executor' }),
    ...((plan.category === 'perinatal' || plan.unit === 'Pediatrics') && { standsFor: 'parent' }),
  };
};

/** Unreachable takes three attempts in two ways over five days; the others one. */
const attemptsAt = (why: string, activated: number): readonly number[] =>
  why === 'unreachable' ? [activated + HOUR, activated + 2 * DAY, activated + 6 * DAY] : [activated + 12 * MINUTE];
