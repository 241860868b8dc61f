import type { SeededOrganization } from '../hospital.js';
import { plannedCase } from './case.plan.js';
import { caseSteps } from './case.steps.js';
import { Chance } from './chance.js';
import { type ConcernPlan, plannedConcern } from './concern.plan.js';
import { concernSteps } from './concern.steps.js';
import { plannedEvent, type SafetyEventPlan } from './safety-event.plan.js';
import { type Cast, safetyEventSteps } from './safety-event.steps.js';
import { LAST, SHOWCASES } from './showcases.js';
import { DAY, HOUR, type Step } from './step.js';

/** How long the story is: 18 months. */
export const LENGTH = 548 * DAY;

/** An organization of the story: how much happens there, and who acts. */
export interface Told {
  readonly organization: SeededOrganization;
  readonly cast: Cast;
  readonly safetyEvents: number;
  readonly concerns: number;
}

/** Everything that is done in 18 months until a time, in order, {@link LAST} last. The same time gives the same story. */
export const story = (organizations: readonly Told[], until: number): readonly Step[] => {
  const steps = organizations
    .flatMap((told) => [
      ...plansOf(told, until).flatMap((plan) => stepsOf(told, plan, until)),
      ...concernsOf(told, until).flatMap((plan) => concernSteps(told.cast, plan)),
    ])
    .sort((a, b) => a.at - b.at); // at the same time, as they are told: what comes first is done first
  return steps.slice(0, steps.findIndex(({ key }) => key === LAST) + 1);
};

const concernsOf = ({ organization, concerns }: Told, until: number): readonly ConcernPlan[] => {
  const { key, facilities } = organization;
  const sites = facilities.map(({ name, units }) => ({ facility: name, units }));
  return Array.from({ length: concerns }, (_, number) => {
    const at = until - LENGTH + DAY + ((number + 0.5) / concerns) * (LENGTH - 2 * DAY);
    return plannedConcern(key, number, Math.round(at), sites, (until - at) / LENGTH);
  });
};

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
  const chanced = plannedCase(plan, maturity);
  const { changes } = SHOWCASES.find(({ planOf }) => planOf(until).key === plan.key) ?? {};
  const course = chanced && (changes?.(chanced) ?? chanced);
  const closes = course?.activatedAt === undefined ? undefined : course.endsAt;
  return [...safetyEventSteps(cast, plan, closes), ...(course ? caseSteps(cast, plan, course) : [])];
};
