import {
  CloseSafetyEvent,
  ConfirmSafetyEvent,
  DetermineCrpEligibility,
  GiveReporterFeedback,
  IdentifyCandorEvent,
  NotifyLeadership,
  ReportSafetyEvent,
  TriageSafetyEvent,
  VoidSafetyEvent,
} from '#safety-events';
import { idOf } from '../ids.js';
import { Chance } from './chance.js';
import { datesOf, isEligible, isSerious } from './safety-event.dates.js';
import type { SafetyEventPlan } from './safety-event.plan.js';
import { HOUR, instantOf, MINUTE, type Step } from './step.js';
import { atWork } from './working-hours.js';

/** Who acts in an organization, as personas. */
export interface Cast {
  readonly organization: string;
  readonly reporter: string;
  readonly riskManager: string;
  readonly liaison: string;
}

/** The id of a planned safety event. */
export const eventIdOf = ({ key }: SafetyEventPlan): string => idOf('story', 'safety-event', key);

/** What becomes of a safety event beside its case, in order; `endsAt`: when its case has come to an end, if it has one. */
export const safetyEventSteps = (cast: Cast, plan: SafetyEventPlan, endsAt?: number): readonly Step[] => {
  const { organization, reporter, riskManager } = cast;
  const { reported, late, voided, identified, triaged, confirmed, told, closed } = datesOf(plan, riskManager, endsAt);
  const id = eventIdOf(plan);
  const eligible = isEligible(plan);
  const step = (at: number, name: string, command: Step['command']): Step => ({
    at,
    organization,
    by: riskManager,
    key: `${plan.key} ${name}`,
    command,
  });
  const report = {
    ...step(reported, 'report', (envelope) => new ReportSafetyEvent(id, reportOf(cast, plan), envelope)),
    by: reporter,
    ...(late && { late }),
  };
  const seen = [
    step(identified, 'identify', (envelope) => new IdentifyCandorEvent(id, {}, envelope)),
    step(identified + 3 * MINUTE, 'eligibility', (envelope) => new DetermineCrpEligibility(id, {}, envelope)),
  ];
  const begins = [report, ...(eligible ? seen : [])];
  if (voided)
    return [
      ...begins,
      step(voided.at, 'void', (envelope) => new VoidSafetyEvent(id, { reason: voided.reason }, envelope)),
    ];
  // a serious one is reviewed, on paper until reviews are held here
  const end = isSerious(plan)
    ? ({ disposition: 'reviewed', reviewReference: `RCA-${plan.key}` } as const)
    : ({ disposition: 'trended' } as const);
  const closing = closed !== undefined && (!eligible || endsAt !== undefined);
  return [
    ...begins,
    step(triaged, 'triage', (envelope) => new TriageSafetyEvent(id, ratingOf(plan), envelope)),
    step(confirmed, 'confirm', (envelope) => new ConfirmSafetyEvent(id, { lists: listsOf(plan) }, envelope)),
    ...told.map(({ group, at }) =>
      step(
        at,
        `tell ${group}`,
        (envelope) => new NotifyLeadership(id, { group, channel: 'phone', persons: [WHO[group]] }, envelope),
      ),
    ),
    ...answeredAt(plan, confirmed).map((at) =>
      step(at, 'feedback', (envelope) => new GiveReporterFeedback(id, { summary: TOLD, channel: 'in_app' }, envelope)),
    ),
    ...(closing ? [step(closed, 'close', (envelope) => new CloseSafetyEvent(id, end, envelope))] : []),
  ];
};

/** What most of those who report are told. */
const TOLD = 'Thank you. It was looked into with the unit, and stands in what it learns from this month.';

/** When whoever reported was told what came of it: most in time, some not at all. */
const answeredAt = ({ key }: SafetyEventPlan, confirmed: number): readonly number[] => {
  const chance = new Chance(`${key} feedback`);
  return chance.happens(0.85) ? [atWork(confirmed + chance.between(1, 200) * HOUR)] : [];
};

const WHO = { c_suite: 'Chief medical officer', board: 'Quality committee of the board' };

/** A sponge that is left behind stands on the list of the National Quality Forum, as wrong blood does. */
const listsOf = (plan: SafetyEventPlan): ConfirmSafetyEvent['data']['lists'] =>
  isSerious(plan) && (plan.category === 'surgery_anesthesia' || plan.category === 'blood') ? ['nqf'] : [];

const reportOf = ({ organization, reporter }: Cast, plan: SafetyEventPlan): ReportSafetyEvent['data'] => {
  const org = idOf(organization);
  const facilityId = idOf(org, 'facility', plan.site.facility);
  const at = { value: instantOf(plan.happenedAt), precision: 'minute' } as const;
  const unnamed = plan.harmed === 'patient' && !plan.patientRef;
  return {
    eventClass: plan.eventClass,
    category: plan.category,
    harmed: plan.harmed,
    harmReported: plan.harm,
    narrative: plan.narrative,
    eventAt: at,
    discoveredAt: at,
    facilityId,
    unitId: idOf(org, plan.site.facility, plan.unit),
    source: plan.source,
    reporter: idOf(org, 'person', reporter),
    ...(plan.patientRef && { patientRef: plan.patientRef }),
    ...(unnamed && { population: 'unidentified_patient' }),
  };
};

const ratingOf = ({ category, eventClass, harm }: SafetyEventPlan): TriageSafetyEvent['data'] => {
  const sac = harm === 'death' || harm === 'severe' ? 3 : harm === 'moderate' ? 2 : 1;
  return {
    type: category,
    harmSeverity: harm,
    route: sac === 3 ? 'rca2' : sac === 2 ? 'local_review' : 'trend',
    ...(eventClass !== 'unsafe_condition' && { sacActual: sac, sacPotential: Math.min(3, sac + 1) }),
  };
};
