import type { Instant, Recorded } from '#kernel/core';
import { type SealedRef, sealedRef } from '#kernel/privacy';
import type { AssessmentTiming } from '../safety-event/patient.codes.js';
import type { PatientFacts } from '../safety-event/patient.rules.js';
import type { Harmed } from '../safety-event/safety-event.codes.js';
import type { SafetyEventFact } from '../safety-event/safety-event.events.js';
import type { KnownTime } from '../safety-event/safety-event.times.js';
import { type Assigned, assignedAfter } from '../taxonomies/assignment.rules.js';
import type { OwnCodes } from '../taxonomies/crosswalk.rules.js';
import { ownCodesAfter } from '../taxonomies/own-codes.rules.js';
import { placeInSource } from './place.js';

/** Whether a safety event is told of here; where not, why. */
export type Standing = 'here' | 'voided' | 'merged' | 'redirected' | 'transferred';

/** A choice of another list's code, as it was made. */
export interface Choice {
  readonly system: string;
  readonly code: string;
  readonly listVersion: string;
  readonly crosswalkVersion: string;
  readonly fromCode?: string;
  readonly overridden: boolean;
  readonly chosenBy: string;
  readonly chosenAt: Instant;
}

/** What the formats of others ask of a safety event: codes, times and ids, and where its words are sealed. */
export interface FormatFacts {
  readonly standing: Standing;
  readonly reportedAt: Instant;
  readonly eventAt: KnownTime;
  readonly discoveredAt: KnownTime;
  readonly facilityId: string;
  readonly unitId?: string;
  /** The place as the file said it that this came from. */
  readonly place?: string;
  readonly harmed: Harmed;
  readonly codes: OwnCodes;
  readonly timing?: AssessmentTiming;
  /** In the order in which they were linked. */
  readonly patients: readonly { readonly patient: string; readonly facts: PatientFacts }[];
  readonly assigned: Assigned;
  readonly choices: readonly Choice[];
  readonly narrative?: SealedRef;
}

/** A fact with what the ledger has of it. */
export type ToldFact = SafetyEventFact & Pick<Recorded, 'occurredAt' | 'eventId'>;

/** The facts after one more. */
export const formatFactsAfter = (before: FormatFacts | undefined, event: ToldFact): FormatFacts | undefined => {
  const codes = ownCodesAfter(before?.codes, event);
  if (event.type === 'SafetyEventReported') return codes && reported(event, codes);
  return (
    before && codes && { ...before, codes, assigned: assignedAfter(before.assigned, event), ...learned(before, event) }
  );
};

const reported = (event: Extract<ToldFact, { type: 'SafetyEventReported' }>, codes: OwnCodes): FormatFacts => {
  const { eventAt, discoveredAt, facilityId, unitId, harmed } = event.data;
  const place = placeInSource(event.data);
  const narrative = sealedRef(event, 'narrative');
  return {
    standing: 'here',
    reportedAt: event.occurredAt,
    eventAt,
    discoveredAt,
    facilityId,
    ...(unitId && { unitId }),
    ...(place && { place }),
    harmed,
    codes,
    patients: [],
    assigned: {},
    choices: [],
    ...(narrative && { narrative }),
  };
};

/** What a fact changes beside the codes. */
const learned = (before: FormatFacts, event: ToldFact): Partial<FormatFacts> => {
  switch (event.type) {
    case 'SafetyEventTriaged':
      return { timing: undefined };
    case 'HarmSeverityAssessed':
      return { timing: event.data.timing };
    case 'PatientLinked':
      return { patients: linked(before.patients, event.data) };
    case 'SafetyEventCorrected': {
      const { eventAt, discoveredAt, unitId, harmed } = event.data.new;
      return {
        ...(eventAt && { eventAt }),
        ...(discoveredAt && { discoveredAt }),
        // where a person here says where it was, the source's word is no longer the best one
        ...(unitId && { unitId, place: undefined }),
        ...(harmed && { harmed }),
      };
    }
    case 'TaxonomyAssigned': {
      const { overrideReason, ...data } = event.data;
      const choice = { ...data, overridden: overrideReason !== undefined, chosenAt: event.occurredAt };
      return { choices: [...before.choices, choice] };
    }
    case 'SafetyEventVoided':
      return { standing: 'voided' };
    case 'SafetyEventMerged':
      return { standing: 'merged' };
    case 'SafetyEventRedirected':
      return { standing: 'redirected' };
    case 'SafetyEventTransferred':
      return { standing: 'transferred' };
    case 'SafetyEventReturned':
    case 'SafetyEventUnmerged':
      return { standing: 'here' };
    default:
      return {};
  }
};

/** More of somebody linked before adds to what was known of them. */
const linked = (
  patients: FormatFacts['patients'],
  { patient, facts }: { readonly patient: string; readonly facts: PatientFacts },
): FormatFacts['patients'] =>
  patients.some((one) => one.patient === patient)
    ? patients.map((one) => (one.patient === patient ? { patient, facts: { ...one.facts, ...facts } } : one))
    : [...patients, { patient, facts }];
