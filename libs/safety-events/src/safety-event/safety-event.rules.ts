import { type Instant, type Precision, refuse } from '#kernel/core';
import { type EventClass, type Harmed, type HarmSeverity, isHarm, type LeaderGroup } from './safety-event.codes.js';

/** What the rules remember of a report. */
interface Known {
  readonly eventClass: EventClass;
  readonly harmed: Harmed;
  /** A patient, a population, or a staff member or visitor, who count as persons too (INV-08). */
  readonly concernsSomebody: boolean;
  /** As rated, or as reported until it is. */
  readonly harmSeverity?: HarmSeverity;
  readonly eventAt: { readonly value: Instant; readonly precision: Precision };
  readonly identifiedAt?: Instant;
  readonly eligible?: boolean;
  /** The patient, by the id that the first determination gave them. */
  readonly patient?: string;
  readonly told: readonly LeaderGroup[];
  /** Resolution cases on it, and whether they have ended. */
  readonly cases: Readonly<Record<string, 'open' | 'ended'>>;
  readonly disclosed: boolean;
}

/** A safety event that was reported and not voided. */
export type LivingSafetyEvent = Known &
  (
    | { readonly status: 'reported' }
    | { readonly status: 'triaged' | 'confirmed' | 'closed'; readonly serious: boolean }
  );

export type SafetyEvent = { readonly status: 'none' } | { readonly status: 'voided' } | LivingSafetyEvent;

/** INV-03: a voided stream takes nothing more. */
export const living = (safetyEvent: SafetyEvent): LivingSafetyEvent => {
  if (safetyEvent.status === 'none') return refuse('safety-event/not-found', 'There is no such safety event.');
  if (safetyEvent.status === 'voided') return refuse('safety-event/voided', 'This safety event was voided.');
  return safetyEvent;
};

export const isNamed = ({ patientRef, population }: { patientRef?: unknown; population?: unknown }): boolean =>
  patientRef !== undefined || population !== undefined;

export const concernsSomebody = (data: { patientRef?: unknown; population?: unknown; harmed: Harmed }): boolean =>
  isNamed(data) || data.harmed === 'staff' || data.harmed === 'visitor';

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

/** Whether a case is open on it, or one is due: eligible, and none has been opened and ended. */
export const hasOpenCase = ({ eligible, cases }: LivingSafetyEvent): boolean => {
  const standings = Object.values(cases);
  return standings.includes('open') || (eligible === true && standings.length === 0);
};
