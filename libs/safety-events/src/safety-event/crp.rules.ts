import { type DomainCommand, type Instant, refuse, secret } from '#kernel/core';
import {
  type CaseEnd,
  isCrpHarm,
  type LeaderGroup,
  type NoticeChannel,
  type OverrideReason,
} from './safety-event.codes.js';
import type { SafetyEventFact } from './safety-event.events.js';
import { identifiedAtOf, type LivingSafetyEvent } from './safety-event.rules.js';
import { checkOrder } from './safety-event.times.js';

export type IdentifyCandorEvent = DomainCommand<'IdentifyCandorEvent', { at: Instant; by: string }>;
export type DetermineCrpEligibility = DomainCommand<
  'DetermineCrpEligibility',
  {
    /** Where the reviewer decides otherwise than the rule. */
    override?: { eligible: boolean; reason: OverrideReason; explanation?: string };
    /** An id for the patient, taken where none was given yet. */
    patient: string;
    by: string;
  }
>;
export type NotifyLeadership = DomainCommand<
  'NotifyLeadership',
  { group: LeaderGroup; channel: NoticeChannel; persons: readonly string[]; at: Instant; by: string }
>;
export type LinkCase = DomainCommand<'LinkCase', { caseId: string }>;
export type NoteCaseDisclosure = DomainCommand<'NoteCaseDisclosure', { caseId: string }>;
export type NoteCaseEnd = DomainCommand<'NoteCaseEnd', { caseId: string; end: CaseEnd }>;

/** A CANDOR event is unexpected harm to a patient, whether or not an error happened (domain.md 0.3). */
export const identify = (
  { at, by }: IdentifyCandorEvent['data'],
  safetyEvent: LivingSafetyEvent,
): readonly SafetyEventFact[] => {
  if (safetyEvent.eventClass !== 'incident' || safetyEvent.harmed !== 'patient')
    return refuse('safety-event/no-patient-harmed', 'A CANDOR event is unexpected harm to a patient.');
  if (safetyEvent.identifiedAt !== undefined)
    return refuse('safety-event/already-identified', 'This was already identified as a CANDOR event.');
  checkOrder(safetyEvent.eventAt, at);
  return [{ type: 'CandorEventIdentified', data: { identifiedAt: at, identifiedBy: by } }];
};

/**
 * The default policy: an identified incident with harm of moderate or worse is eligible; a reviewer may decide otherwise
 * and says why (domain.md 0.3). May be determined anew: up at any time, down only while no case is open (8.16).
 */
export const determineEligibility = (
  { override, patient, by }: DetermineCrpEligibility['data'],
  safetyEvent: LivingSafetyEvent,
): readonly SafetyEventFact[] => {
  const identifiedAt = identifiedAtOf(safetyEvent);
  if (identifiedAt === undefined) return refuse('safety-event/not-identified', 'Identify it as a CANDOR event first.');
  const byRule = isCrpHarm(safetyEvent.harmSeverity);
  if (override && override.eligible === byRule)
    return refuse(
      'safety-event/override-changes-nothing',
      'The rule says the same: leave the override out.',
      'override',
    );
  const eligible = override?.eligible ?? byRule;
  if (eligible === safetyEvent.eligible) return [];
  if (!eligible && Object.values(safetyEvent.cases).some(({ standing }) => standing === 'open'))
    return refuse('safety-event/case-open', 'A resolution case is open on it: it goes on until it is closed.');
  return [
    {
      type: 'CrpEligibilityDetermined',
      data: {
        eligible,
        rule: override ? 'override' : 'unexpected-harm-moderate-or-worse',
        ...(override && { overrideReason: override.reason }),
        ...(override?.explanation && { explanation: secret(override.explanation) }),
        patient: safetyEvent.patient ?? patient,
        identifiedAt,
        eventAt: safetyEvent.eventAt.value,
        determinedBy: by,
      },
    },
  ];
};

/** Both groups of leaders hear of a confirmed serious safety event (PSSM 1E; GOV-01). */
export const notifyLeadership = (
  { group, channel, persons, at, by }: NotifyLeadership['data'],
  safetyEvent: LivingSafetyEvent,
): readonly SafetyEventFact[] => {
  if (safetyEvent.status !== 'confirmed' && safetyEvent.status !== 'closed')
    return refuse('safety-event/not-confirmed', 'Confirm it before telling leaders of it as a serious safety event.');
  if (!safetyEvent.serious) return refuse('safety-event/not-serious', 'It was not confirmed as serious.');
  checkOrder(safetyEvent.eventAt, at);
  return [
    {
      type: 'LeadershipNotified',
      data: { group, channel, persons: secret(persons), notifiedAt: at, notifiedBy: by },
    },
  ];
};

/** What another stream says of a case, written down once, with what that case has to hear of those it is about. */
export const linkCase = ({ caseId }: LinkCase['data'], before: LivingSafetyEvent): readonly SafetyEventFact[] =>
  before.cases[caseId]?.standing === 'open' ? [] : [linked(caseId, before)];

/** A case that is open on a safety event now: who was involved and who died by then, and other open ones (8.15, process 6). */
export const linked = (
  caseId: string,
  { cases, involved, died }: Pick<LivingSafetyEvent, 'cases' | 'involved' | 'died'>,
): SafetyEventFact => {
  const beside = Object.keys(cases).filter((id) => cases[id]?.standing === 'open');
  const involvedStaff = Object.keys(involved);
  return {
    type: 'CaseLinked',
    data: {
      caseId,
      ...(involvedStaff.length > 0 && { involvedStaff }),
      ...(died.length > 0 && { died }),
      ...(beside.length > 0 && { beside }),
    },
  };
};

export const noteDisclosure = (
  { caseId }: NoteCaseDisclosure['data'],
  { disclosed }: LivingSafetyEvent,
): readonly SafetyEventFact[] => (disclosed ? [] : [{ type: 'CaseDisclosureNoted', data: { caseId } }]);

export const noteCaseEnd = (
  { caseId, end }: NoteCaseEnd['data'],
  { cases }: LivingSafetyEvent,
): readonly SafetyEventFact[] => {
  const { standing = 'open' } = cases[caseId] ?? {};
  return standing === 'open' ? [{ type: 'CaseEndNoted', data: { caseId, end } }] : [];
};
