import { type Recorded, unreachable } from '#kernel/core';
import { assignedAfter } from '../taxonomies/assignment.rules.js';
import { ownCodesAfter } from '../taxonomies/own-codes.rules.js';
import { casesAfter, eligibilityAfter } from './eligibility.rules.js';
import type { SafetyEventFact } from './safety-event.events.js';
import { isNamed, isSeveral, type LivingSafetyEvent, type SafetyEvent } from './safety-event.rules.js';

/** A fact with the times that the ledger has of it, where it comes from there. */
type Told<T extends SafetyEventFact['type'] = SafetyEventFact['type']> = Extract<SafetyEventFact, { type: T }> &
  Partial<Pick<Recorded, 'occurredAt'>>;

/** What each fact means for the rules. */
export const evolve = (safetyEvent: SafetyEvent, event: Told): SafetyEvent => {
  if (event.type === 'SafetyEventReported') return reported(event);
  if (event.type === 'SafetyEventUnmerged') return safetyEvent.status === 'merged' ? safetyEvent.before : safetyEvent;
  return 'eventClass' in safetyEvent ? coded(followed(safetyEvent, event), event) : safetyEvent;
};

/** The codes that it goes by, ours and those of other lists. */
const coded = (safetyEvent: SafetyEvent, event: Told): SafetyEvent =>
  'eventClass' in safetyEvent
    ? {
        ...safetyEvent,
        codes: ownCodesAfter(safetyEvent.codes, event) ?? safetyEvent.codes,
        assigned: assignedAfter(safetyEvent.assigned, event),
      }
    : safetyEvent;

const reported = (event: Told<'SafetyEventReported'>): LivingSafetyEvent => {
  const { data, occurredAt } = event;
  const { eventClass, category, harmed, harmReported, eventAt, discoveredAt, facilityId, unitId } = data;
  return {
    status: 'reported',
    eventClass,
    ...(category && { category }),
    harmed,
    named: isNamed(data),
    several: isSeveral(data.population),
    ...(harmReported && { harmSeverity: harmReported }),
    rated: false,
    eventAt,
    discoveredAt,
    eligibility: {},
    reportedAt: occurredAt ?? discoveredAt.value,
    facilityId,
    ...(unitId && { unitId }),
    patients: [],
    died: [],
    told: [],
    cases: {},
    disclosed: false,
    reviews: [],
    flags: data.flags ?? [],
    reportedOutside: false,
    involved: {},
    absorbed: [],
    dismissed: [],
    links: [],
    codes: ownCodesAfter(undefined, event) ?? { eventClass, categories: [] },
    assigned: {},
  };
};

type Following = Exclude<SafetyEventFact['type'], 'SafetyEventReported' | 'SafetyEventUnmerged'>;

const followed = (before: LivingSafetyEvent, event: Told<Following>): SafetyEvent => {
  const serious = 'serious' in before && before.serious;
  switch (event.type) {
    case 'SafetyEventTriaged': {
      const { eventClass, harmSeverity, population } = event.data;
      const named = before.named || isNamed(event.data);
      const several = before.several || isSeveral(population);
      return { ...before, status: 'triaged', serious, eventClass, harmSeverity, rated: true, named, several };
    }
    case 'SafetyEventConfirmed': {
      const named = before.named || isNamed(event.data);
      const several = before.several || isSeveral(event.data.population);
      return { ...before, status: 'confirmed', serious: event.data.serious, named, several };
    }
    case 'SafetyEventClosed':
      return { ...before, status: 'closed', serious };
    case 'SafetyEventReopened':
      return { ...before, status: 'confirmed', serious };
    case 'SafetyEventRedirected':
      return { ...before, status: 'redirected', serious };
    case 'SafetyEventReturned':
      return { ...before, status: 'triaged', serious };
    case 'SafetyEventVoided':
      return { status: 'voided' };
    case 'SafetyEventTransferred':
      return { status: 'transferred' };
    case 'SafetyEventMerged': {
      const { intoEventId: into, mergedBy } = event.data;
      return { status: 'merged', into, mergedBy, ...(event.occurredAt && { mergedAt: event.occurredAt }), before };
    }
    case 'DuplicateAbsorbed': {
      const { fromEventId: id, ...times } = event.data;
      return { ...before, absorbed: [...before.absorbed, { id, ...times }] };
    }
    case 'DuplicateReleased':
      return { ...before, absorbed: before.absorbed.filter(({ id }) => id !== event.data.fromEventId) };
    default:
      return { ...before, ...learned(before, event) } as LivingSafetyEvent;
  }
};

type Learned = Exclude<
  Following,
  | `SafetyEvent${'Triaged' | 'Confirmed' | 'Closed' | 'Reopened' | 'Redirected' | 'Returned' | 'Voided' | 'Transferred' | 'Merged'}`
  | `Duplicate${'Absorbed' | 'Released'}`
>;

/** What a fact adds that changes no state. */
const learned = (before: LivingSafetyEvent, event: Told<Learned>): Partial<Omit<LivingSafetyEvent, 'status'>> => {
  switch (event.type) {
    case 'CandorEventIdentified':
      return { identifiedAt: event.data.identifiedAt };
    case 'CrpEligibilityDetermined':
      return eligibilityAfter(event.data, before);
    case 'LeadershipNotified':
      return { told: [...before.told, event.data.group] };
    case 'CaseLinked':
    case 'CaseEndNoted':
      return { cases: casesAfter(event, before) };
    case 'CaseDisclosureNoted':
      return { disclosed: true };
    case 'HarmSeverityAssessed':
      return { harmSeverity: event.data.to, rated: true };
    case 'PatientLinked': {
      const patients = [...new Set([...before.patients, event.data.patient])];
      return { patients, named: true, several: before.several || patients.length > 1 };
    }
    case 'PatientDeathRecorded':
      return { died: [...before.died, event.data.patient] };
    case 'InvolvedStaffIdentified':
      return { involved: { ...before.involved, [event.data.staff]: event.data.involvement } };
    case 'ReviewRequired':
      return { reviews: [...before.reviews, event.data] };
    case 'ExternalReportSubmitted':
      return { reportedOutside: true };
    case 'SafetyEventAssigned':
      return { owner: event.data.owner };
    case 'SafetyEventFlagged': {
      const others = before.flags.filter((flag) => flag !== event.data.flag);
      return { flags: event.data.raised ? [...others, event.data.flag] : others };
    }
    case 'SafetyEventCorrected':
      return corrected(event.data.new);
    case 'DuplicateDismissed':
      return { dismissed: [...before.dismissed, event.data.otherEventId] };
    case 'SafetyEventLinked':
      return { links: [...before.links, `${event.data.kind}/${event.data.otherId}`] };
    case 'ReportReceiptIssued':
    case 'EvidenceSequestered':
    case 'PsoSubmissionRecorded':
    case 'AddendumWritten':
    case 'ReporterMessageExchanged':
    case 'ReporterFeedbackGiven':
    case 'TaxonomyAssigned':
      return {}; // nothing is decided by it
    default:
      return unreachable(event);
  }
};

const corrected = ({
  eventAt,
  discoveredAt,
  unitId,
  category,
  harmed,
}: Told<'SafetyEventCorrected'>['data']['new']): Partial<LivingSafetyEvent> => ({
  ...(eventAt && { eventAt }),
  ...(discoveredAt && { discoveredAt }),
  ...(unitId && { unitId }),
  ...(category && { category }),
  ...(harmed && { harmed }),
});
