import type { SeededOrganization } from '../hospital.js';
import { plannedCase } from './case.plan.js';
import { caseSteps } from './case.steps.js';
import { Chance } from './chance.js';
import { plannedEvent, type SafetyEventPlan } from './safety-event.plan.js';
import { type Cast, safetyEventSteps } from './safety-event.steps.js';
import { SHOWCASES } from './showcases.js';
import { DAY, HOUR, MINUTE, type Step } from './step.js';

/** How long the story is: 18 months. */
export const LENGTH = 548 * DAY;

/** An organization of the story: how much happens there, and who acts. */
export interface Told {
  readonly organization: SeededOrganization;
  readonly cast: Cast;
  readonly safetyEvents: number;
}

/** Everything that is done in 18 months until a time, in order. The same time gives the same story. */
export const story = (organizations: readonly Told[], until: number): readonly Step[] =>
  organizations
    .flatMap((told) => plansOf(told, until).flatMap((plan) => stepsOf(told, plan, until)))
    .filter(({ at }) => at < until - MINUTE)
    .sort((a, b) => a.at - b.at || (a.key < b.key ? -1 : 1));

const plansOf = ({ organization, safetyEvents }: Told, until: number): readonly SafetyEventPlan[] => {
  const { key, facilities } = organization;
  const sites = facilities.map(({ name, units }) => ({ facility: name, units }));
  const begins = until - LENGTH + DAY;
  const planned = Array.from({ length: safetyEvents }, (_, number) => {
    const spread = begins + ((number + 0.5) / safetyEvents) * (LENGTH - 2 * DAY);
    const jitter = new Chance(`${key}-${number} when`).between(-30 * HOUR, 20 * HOUR);
    return plannedEvent(key, number, Math.round(spread + jitter), sites);
  });
  return [...planned, ...SHOWCASES.filter(({ organization: ours }) => ours === key).map(({ planOf }) => planOf(until))];
};

const stepsOf = ({ cast }: Told, plan: SafetyEventPlan, until: number): readonly Step[] => {
  const maturity = Math.min(1, Math.max(0, 1 - (until - plan.reportedAt) / LENGTH));
  const course = plannedCase(plan, maturity);
  const closes = course?.activatedAt === undefined ? undefined : course.endsAt;
  return [...safetyEventSteps(cast, plan, closes), ...(course ? caseSteps(cast, plan, course) : [])];
};
