import { type DomainCommand, type Instant, refuse, secret } from '#kernel/core';
import { BY_RULE, determinedFor, patientsOf } from './eligibility.rules.js';
import {
  type CaseEnd,
  isCrpHarm,
  type LeaderGroup,
  type NoticeChannel,
  type OverrideReason,
} from './safety-event.codes.js';
import type { SafetyEventFact } from './safety-event.events.js';
import { type CaseStanding, caseOfPatient, identifiedAtOf, type LivingSafetyEvent } from './safety-event.rules.js';
import { checkOrder } from './safety-event.times.js';

export type IdentifyCandorEvent = DomainCommand<'IdentifyCandorEvent', { at: Instant; by: string }>;
export type DetermineCrpEligibility = DomainCommand<
  'DetermineCrpEligibility',
  {
    /** Where the reviewer decides otherwise than the rule. */
    override?: { eligible: boolean; reason: OverrideReason; explanation?: string };
    /** For which of its patients. Absent: for all of them. */
    patient?: string;
    /** An id for the first patient, taken where none was given yet. */
    first: string;
    by: string;
  }
>;
export type NotifyLeadership = DomainCommand<
  'NotifyLeadership',
  { group: LeaderGroup; channel: NoticeChannel; persons: readonly string[]; at: Instant; by: string }
>;
export type LinkCase = DomainCommand<'LinkCase', { caseId: string; patient?: string; begun?: boolean }>;
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
 * and says why (domain.md 0.3), for all of its patients or for one. May be determined anew: up at any time, down only until
 * their case has its team (8.16).
 */
export const determineEligibility = (
  { override, patient, first, by }: DetermineCrpEligibility['data'],
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
  const patients = patientsOf(safetyEvent, first);
  if (patient !== undefined && !patients.includes(patient))
    return refuse('safety-event/unknown-patient', 'No patient of this id is linked to it.', 'patient');
  const whom = patients.filter((one) => (patient ?? one) === one && safetyEvent.eligibility[one] !== eligible);
  if (!eligible && whom.some((one) => isUnderWay(caseOfPatient(one, safetyEvent))))
    return refuse('safety-event/case-open', 'A resolution case is open on it: it goes on until it is closed.');
  const rule = override ? 'override' : BY_RULE;
  return whom.map((one) =>
    determinedFor(one, safetyEvent, {
      eligible,
      rule,
      identifiedAt,
      determinedBy: by,
      ...(override && { overrideReason: override.reason }),
      ...(override?.explanation && { explanation: secret(override.explanation) }),
    }),
  );
};

const isUnderWay = (one: CaseStanding | undefined): boolean => one?.standing === 'open' && one.begun !== false;

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
export const linkCase = (data: LinkCase['data'], before: LivingSafetyEvent): readonly SafetyEventFact[] =>
  isNoted(data, before.cases[data.caseId]) ? [] : [linked(data, before)];

const isNoted = ({ begun }: LinkCase['data'], known: CaseStanding | undefined): boolean =>
  known?.standing === 'open' && (!begun || known.begun !== false);

/** A case that is open on a safety event now: who was involved and who died by then, and other open ones (8.15, process 6). */
export const linked = (
  data: LinkCase['data'],
  { cases, involved, died }: Pick<LivingSafetyEvent, 'cases' | 'involved' | 'died'>,
): SafetyEventFact => {
  const beside = Object.keys(cases).filter((id) => id !== data.caseId && cases[id]?.standing === 'open');
  const involvedStaff = Object.keys(involved);
  return {
    type: 'CaseLinked',
    data: {
      ...data,
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
