import type { ClockRule } from '#kernel/clocks';
import type { Known } from './known.clocks.js';
import type { ResolutionCaseFact } from './resolution-case.events.js';

const KIND = 'AU-01';
/** The subject of the one clock whose day is known beforehand: a minor comes of age. */
const MAJORITY = 'majority';

/**
 * AU-01: who decides is looked at anew within two business days (domain.md 8.15, process 7), once for all that asks for
 * it meanwhile. A case that is closed with it open has it again when it is reopened.
 */
const recheck: ClockRule<ResolutionCaseFact, Known> = {
  kind: KIND,
  starts: {
    AuthorityRecheckRequired: ({ data }, { majorityAt, closed }) =>
      closed || (data.reason === 'majority_reached' && majorityAt !== undefined) ? undefined : data.requiredAt,
    ResolutionCaseReopened: ({ data }, { recheckOwed }) => (recheckOwed ? data.reopenedAt : undefined),
  },
  stops: { AuthorityRechecked: ({ data }) => data.recheckedAt },
  cancels: { ResolutionCaseClosed: () => true },
};

/**
 * The same for the day on which authority moves to a patient who was a minor: it is known beforehand and so is the
 * deadline, beside any other that is open. Who looked at it before that day has to look again.
 */
const majority: ClockRule<ResolutionCaseFact, Known> = {
  kind: KIND,
  subject: {
    PatientMinorityRecorded: () => MAJORITY,
    PatientDeathNoted: () => MAJORITY,
    AuthorityRechecked: () => MAJORITY,
    ResolutionCaseClosed: () => MAJORITY,
    ResolutionCaseReopened: () => MAJORITY,
  },
  starts: {
    PatientMinorityRecorded: ({ data }) => data.majorityAt,
    ResolutionCaseReopened: (_, { majorityAt }) => majorityAt,
  },
  corrects: { PatientMinorityRecorded: ({ data }) => data.majorityAt },
  stops: {
    AuthorityRechecked: ({ data }, { majorityAt = data.recheckedAt }) =>
      majorityAt <= data.recheckedAt ? data.recheckedAt : undefined,
  },
  cancels: { PatientDeathNoted: () => true, ResolutionCaseClosed: () => true },
};

/** When it is to be looked at anew who decides for the patient. */
export const authorityClocks = [recheck, majority];
