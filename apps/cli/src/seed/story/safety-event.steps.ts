import {
  CloseSafetyEvent,
  ConfirmSafetyEvent,
  DetermineCrpEligibility,
  IdentifyCandorEvent,
  NotifyLeadership,
  ReportSafetyEvent,
  TriageSafetyEvent,
  VoidSafetyEvent,
} from '#safety-events';
import { idOf } from '../ids.js';
import { Chance } from './chance.js';
import type { SafetyEventPlan } from './safety-event.plan.js';
import { DAY, HOUR, instantOf, type Late, MINUTE, type Step } from './step.js';

/** Who acts in an organization, as personas. */
export interface Cast {
  readonly organization: string;
  readonly reporter: string;
  readonly riskManager: string;
  readonly liaison: string;
}

/** The id of a planned safety event. */
export const eventIdOf = ({ key }: SafetyEventPlan): string => idOf('story', 'safety-event', key);

/** Harm to a patient of moderate or worse: it is identified, and a case is asked for. */
export const isEligible = ({ harmed, harm }: SafetyEventPlan): boolean =>
  harmed === 'patient' && (harm === 'moderate' || harm === 'severe' || harm === 'death');

const isSerious = ({ harm }: SafetyEventPlan): boolean => harm === 'severe' || harm === 'death';

/** What becomes of a safety event without its case, in order; `endsAt`: when its case has come to an end, if it has one. */
export const safetyEventSteps = (cast: Cast, plan: SafetyEventPlan, endsAt?: number): readonly Step[] => {
  const chance = new Chance(`${plan.key} steps`);
  const { organization, riskManager } = cast;
  const id = eventIdOf(plan);
  const late = lateOf(chance, plan, cast);
  const reported = late ? late.occurredAt + (late.approver ? 40 : 2) * DAY : plan.reportedAt;
  const step = (at: number, name: string, command: Step['command'], more: Partial<Step> = {}): Step => ({
    at,
    organization,
    by: riskManager,
    key: `${plan.key} ${name}`,
    command,
    ...more,
  });
  const report = step(reported, 'report', (envelope) => new ReportSafetyEvent(id, reportOf(cast, plan), envelope), {
    by: cast.reporter,
    ...(late && { late }),
  });
  if (!isEligible(plan) && chance.happens(0.03)) {
    const reason = chance.oneOf(['error', 'test'] as const);
    return [
      report,
      step(
        reported + chance.between(1, 40) * HOUR,
        'void',
        (envelope) => new VoidSafetyEvent(id, { reason }, envelope),
      ),
    ];
  }
  const identified = reported + identificationDelay(plan);
  const triaged = reported + (chance.happens(0.75) ? chance.between(3, 50) * HOUR : chance.between(4, 20) * DAY);
  const confirmed = triaged + (chance.happens(0.7) ? chance.between(2, 70) * HOUR : chance.between(4, 18) * DAY);
  const told = toldAt(chance, confirmed);
  const closed = Math.max(
    confirmed + chance.between(4, 60) * DAY,
    (endsAt ?? 0) + 2 * DAY,
    ...told.map(({ at }) => at + DAY),
  );
  return [
    report,
    ...(isEligible(plan)
      ? [
          step(identified, 'identify', (envelope) => new IdentifyCandorEvent(id, {}, envelope)),
          step(identified + 3 * MINUTE, 'eligibility', (envelope) => new DetermineCrpEligibility(id, {}, envelope)),
        ]
      : []),
    step(triaged, 'triage', (envelope) => new TriageSafetyEvent(id, ratingOf(plan), envelope)),
    step(confirmed, 'confirm', (envelope) => new ConfirmSafetyEvent(id, { lists: [] }, envelope)),
    ...(isSerious(plan)
      ? told.map(({ group, at }) =>
          step(
            at,
            `tell ${group}`,
            (envelope) => new NotifyLeadership(id, { group, channel: 'phone', persons: [WHO[group]] }, envelope),
          ),
        )
      : []),
    ...(isEligible(plan) && endsAt === undefined
      ? []
      : [
          step(
            closed,
            'close',
            (envelope) => new CloseSafetyEvent(id, { disposition: isSerious(plan) ? 'reviewed' : 'trended' }, envelope),
          ),
        ]),
  ];
};

const WHO = { c_suite: 'Chief medical officer', board: 'Quality committee of the board' };

/** How long after the report somebody sees that it is a CANDOR event. */
export const identificationDelay = ({ key }: SafetyEventPlan): number =>
  new Chance(`${key} identified`).between(10 * MINUTE, 100 * MINUTE);

const toldAt = (chance: Chance, confirmed: number) => {
  const inTime = chance.happens(0.85);
  const days = inTime ? chance.between(0.1, 1) : chance.between(6, 12);
  return [
    { group: 'c_suite', at: confirmed + days * DAY },
    { group: 'board', at: confirmed + (days + (inTime ? 0.05 : 3)) * DAY },
  ] as const;
};

/** Some reports are written on paper first; a few are found long after. */
const lateOf = (chance: Chance, plan: SafetyEventPlan, { riskManager }: Cast): Late | undefined => {
  if (isEligible(plan) || !chance.happens(0.06)) return undefined;
  return chance.happens(0.8)
    ? { occurredAt: plan.reportedAt, reasonCode: chance.oneOf(['paper-report', 'downtime'] as const) }
    : { occurredAt: plan.reportedAt, reasonCode: 'found-late', approver: riskManager };
};

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
