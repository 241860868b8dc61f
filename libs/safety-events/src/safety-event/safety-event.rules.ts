import { type Instant, refuse } from '#kernel/core';
import type { Assigned } from '../taxonomies/assignment.rules.js';
import type { OwnCodes } from '../taxonomies/crosswalk.rules.js';
import type { ReviewMethod, ReviewTrigger } from './follow-up.codes.js';
import type { Involvement } from './patient.codes.js';
import {
  type CaseEnd,
  type Category,
  type EventClass,
  type Flag,
  type Harmed,
  type HarmSeverity,
  isHarm,
  type LeaderGroup,
  type Population,
} from './safety-event.codes.js';
import type { KnownTime } from './safety-event.times.js';

/** A resolution case on a safety event: open, or how and when it ended, where the time is known. */
export interface CaseStanding {
  readonly standing: 'open' | CaseEnd;
  /** Whose it is; the first patient's where that was not said. */
  readonly patient?: string;
  /** `false` until it has its team: what is only asked for can be taken back. Of older ones it is not said. */
  readonly begun?: boolean;
  readonly endedAt?: Instant;
}

/** Another report that was merged into this one, with its times: the earliest of the group win for the clocks (8.16). */
export interface Absorbed {
  readonly id: string;
  readonly discoveredAt: Instant;
  readonly identifiedAt?: Instant;
  readonly reportedAt: Instant;
}

/** What the rules remember of a report. */
interface Known {
  readonly eventClass: EventClass;
  readonly category?: Category;
  readonly harmed: Harmed;
  /** A patient or a population was named, in the report or since. */
  readonly named: boolean;
  /** It concerns more patients than one. */
  readonly several: boolean;
  /** As rated, or as reported until it is. */
  readonly harmSeverity?: HarmSeverity;
  /** Whether somebody here has rated the harm. */
  readonly rated: boolean;
  readonly eventAt: KnownTime;
  readonly discoveredAt: KnownTime;
  readonly reportedAt: Instant;
  readonly facilityId: string;
  readonly unitId?: string;
  readonly identifiedAt?: Instant;
  /** For whom of its patients it was found eligible for communication and resolution, or not, by their ids. */
  readonly eligibility: Readonly<Record<string, boolean>>;
  /** The first patient, by the id that the first determination gave them. */
  readonly patient?: string;
  /** The patients linked to it, by the ids that only it and its cases know them by. */
  readonly patients: readonly string[];
  /** Those of them who have died. */
  readonly died: readonly string[];
  readonly told: readonly LeaderGroup[];
  /** Resolution cases on it, by id. */
  readonly cases: Readonly<Record<string, CaseStanding>>;
  readonly disclosed: boolean;
  readonly reviews: readonly { readonly method: ReviewMethod; readonly trigger: ReviewTrigger }[];
  readonly flags: readonly Flag[];
  /** An authority outside was told. */
  readonly reportedOutside: boolean;
  readonly involved: Readonly<Record<string, Involvement>>;
  readonly owner?: string;
  readonly absorbed: readonly Absorbed[];
  /** Proposed duplicates that are none. */
  readonly dismissed: readonly string[];
  /** Other safety events it belongs together with, each as `<kind>/<id>`. */
  readonly links: readonly string[];
  /** What other lists' codes are proposed from. */
  readonly codes: OwnCodes;
  readonly assigned: Assigned;
}

/** A safety event that takes facts: reported, and not merged, voided or transferred. */
export type LivingSafetyEvent = Known &
  (
    | { readonly status: 'reported' }
    | { readonly status: 'triaged' | 'confirmed' | 'closed' | 'redirected'; readonly serious: boolean }
  );

/** Merged into another one: it takes nothing but being unmerged, and then is what it was before (INV-03). */
export interface MergedSafetyEvent {
  readonly status: 'merged';
  readonly into: string;
  readonly mergedBy: string;
  readonly mergedAt?: Instant;
  readonly before: LivingSafetyEvent;
}

export type SafetyEvent =
  | { readonly status: 'none' }
  | { readonly status: 'voided' }
  | { readonly status: 'transferred' }
  | MergedSafetyEvent
  | LivingSafetyEvent;

/** Whether nothing but unmerging can follow (INV-03). */
export const isTerminal = ({ status }: SafetyEvent): boolean =>
  status === 'merged' || status === 'voided' || status === 'transferred';

/** INV-03: a merged, voided or transferred stream takes nothing more. */
export const living = (safetyEvent: SafetyEvent): LivingSafetyEvent => {
  switch (safetyEvent.status) {
    case 'none':
      return refuse('safety-event/not-found', 'There is no such safety event.');
    case 'voided':
      return refuse('safety-event/voided', 'This safety event was voided.');
    case 'merged':
      return refuse('safety-event/merged', 'This safety event was merged into another one: go on there.');
    case 'transferred':
      return refuse('safety-event/transferred', 'Another organization has taken this safety event over.');
    default:
      return safetyEvent;
  }
};

export const isNamed = ({ patientRef, population }: { patientRef?: unknown; population?: unknown }): boolean =>
  patientRef !== undefined || population !== undefined;

/** Populations of several patients. */
export const isSeveral = (population: Population | undefined): boolean =>
  population === 'several_patients' || population === 'unit_patients';

/** A patient, a population, or a staff member or visitor, who count as persons too (INV-08). */
export const concernsSomebody = ({ named, harmed }: { readonly named: boolean; readonly harmed: Harmed }): boolean =>
  named || harmed === 'staff' || harmed === 'visitor';

/** INV-08: no harm without an incident, and none without somebody whom it harmed. */
export const checkHarm = (
  eventClass: EventClass,
  severity: HarmSeverity | undefined,
  somebody: boolean,
  field: string,
): void => {
  if (!isHarm(severity)) return;
  if (eventClass !== 'incident')
    refuse('safety-event/harm-without-incident', 'A near miss or an unsafe condition did no harm.', field);
  if (!somebody)
    refuse('safety-event/harm-to-nobody', 'Harm needs a patient, a population or another person harmed.', field);
};

/** The patients for whom it is eligible. */
export const eligiblePatients = ({ eligibility }: LivingSafetyEvent): readonly string[] =>
  Object.keys(eligibility).filter((patient) => eligibility[patient]);

/** How the case of a patient stands; nothing where none was asked for. */
export const caseOfPatient = (of: string, { cases, patient: first }: LivingSafetyEvent): CaseStanding | undefined =>
  Object.values(cases).find(({ patient = first }) => patient === of);

/** Whether a case is about to be asked for: eligible for a patient, and none has been opened or ended (domain.md 8.16). */
export const isCaseDue = (safetyEvent: LivingSafetyEvent): boolean =>
  eligiblePatients(safetyEvent).some((patient) => !caseOfPatient(patient, safetyEvent));

/** Whether a case is open on it, or one is due. */
export const hasOpenCase = (safetyEvent: LivingSafetyEvent): boolean =>
  Object.values(safetyEvent.cases).some(({ standing }) => standing === 'open') || isCaseDue(safetyEvent);

/** The earliest of some times; nothing where there is none. */
const earliest = (times: readonly (Instant | undefined)[]): Instant | undefined =>
  times.filter((time) => time !== undefined).sort()[0];

/** When it was identified as a CANDOR event, here or on a report that was merged into it (domain.md 8.16). */
export const identifiedAtOf = ({ identifiedAt, absorbed }: LivingSafetyEvent): Instant | undefined =>
  earliest([identifiedAt, ...absorbed.map((one) => one.identifiedAt)]);

/** The times of a safety event and of all that was merged into it: the earliest of each. */
export const groupTimes = (safetyEvent: LivingSafetyEvent): Omit<Absorbed, 'id'> => {
  const { discoveredAt, reportedAt, absorbed } = safetyEvent;
  const identifiedAt = identifiedAtOf(safetyEvent);
  return {
    discoveredAt: earliest([discoveredAt.value, ...absorbed.map((one) => one.discoveredAt)]) as Instant,
    reportedAt: earliest([reportedAt, ...absorbed.map((one) => one.reportedAt)]) as Instant,
    ...(identifiedAt && { identifiedAt }),
  };
};
