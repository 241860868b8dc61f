import type { Instant } from '#kernel/core';
import type { Authority, AuthorityBasis, RecheckReason } from './people.codes.js';
import type { CaseFact } from './resolution-case.events.js';

/** Somebody who stands for the patient or is involved in their care, as far as the rules need to know them. */
export interface Representative {
  readonly person: string;
  readonly authority: Authority;
  readonly basis: AuthorityBasis;
  readonly verified: boolean;
  readonly maySettle: boolean;
}

/** Who may hear, and who may decide (domain.md 8.16). */
export interface People {
  readonly liaison?: string;
  readonly contactGiven: boolean;
  readonly involvedStaff: readonly string[];
  readonly representatives: readonly Representative[];
  readonly died: boolean;
  readonly lacksCapacity: boolean;
  readonly majorityAt?: Instant;
  readonly courtApprovalNeeded: boolean;
  /** Why it has to be looked at anew who decides; empty where nothing asks for it. */
  readonly rechecks: readonly RecheckReason[];
  readonly relativesDisagree: boolean;
  readonly declined?: { readonly scope: 'disclosure' | 'review' | 'program'; readonly lasting: 'now' | 'good' };
}

export const nobodyYet: People = {
  contactGiven: false,
  involvedStaff: [],
  representatives: [],
  died: false,
  lacksCapacity: false,
  courtApprovalNeeded: false,
  rechecks: [],
  relativesDisagree: false,
};

export type PeopleFact = CaseFact<
  | 'LiaisonAssigned'
  | 'LiaisonChanged'
  | 'InvolvedStaffNoted'
  | 'RepresentativeRecorded'
  | 'RepresentativeEnded'
  | 'PatientMinorityRecorded'
  | 'PatientCapacityRecorded'
  | 'PatientDeathNoted'
  | 'AuthorityRecheckRequired'
  | 'AuthorityRechecked'
  | 'RelativesConflictRecorded'
  | 'RelativesConflictSettled'
  | 'PatientDeclinedProgram'
>;

const without = (people: People, person: string): readonly Representative[] =>
  people.representatives.filter((one) => one.person !== person);

/** The people of a case after a fact about them. */
export const peopleAfter = (people: People, { type, data }: PeopleFact): People => {
  switch (type) {
    case 'LiaisonAssigned':
    case 'LiaisonChanged':
      return { ...people, liaison: data.liaison, contactGiven: data.contactGiven };
    case 'InvolvedStaffNoted':
      return { ...people, involvedStaff: [...new Set([...people.involvedStaff, ...data.staff])] };
    case 'RepresentativeRecorded': {
      const { person, authority, basis, verified, maySettle } = data;
      return {
        ...people,
        representatives: [...without(people, person), { person, authority, basis, verified, maySettle }],
      };
    }
    case 'RepresentativeEnded':
      return { ...people, representatives: without(people, data.person) };
    case 'PatientMinorityRecorded':
      return { ...people, majorityAt: data.majorityAt, courtApprovalNeeded: data.courtApprovalNeeded };
    case 'PatientCapacityRecorded':
      return { ...people, lacksCapacity: data.capacity === 'lacks' };
    case 'PatientDeathNoted':
      return { ...people, died: true };
    case 'AuthorityRecheckRequired':
      return { ...people, rechecks: [...new Set([...people.rechecks, data.reason])] };
    case 'AuthorityRechecked':
      return { ...people, rechecks: [] };
    case 'RelativesConflictRecorded':
      return { ...people, relativesDisagree: true };
    case 'RelativesConflictSettled':
      return { ...people, relativesDisagree: false };
    case 'PatientDeclinedProgram':
      return { ...people, declined: { scope: data.scope, lasting: data.lasting } };
    default:
      return people; // a fact of another theme
  }
};
