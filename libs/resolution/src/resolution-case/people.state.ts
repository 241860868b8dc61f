import type { Instant } from '#kernel/core';
import type { Authority, AuthorityBasis, RecheckReason, RepresentationEnd } from './people.codes.js';
import type { CaseFact } from './resolution-case.events.js';

/** Somebody who stands for the patient or is involved in their care, as far as the rules need to know them. */
export interface Representative {
  readonly person: string;
  readonly authority: Authority;
  readonly basis: AuthorityBasis;
  readonly verified: boolean;
  readonly maySettle: boolean;
  /** Recorded after the patient had died: what was so before does not reach beyond a life. */
  readonly sinceDeath?: boolean;
}

/** Who can be reached while the liaison is away, and when. */
export interface Cover {
  readonly person: string;
  readonly from: Instant;
  readonly until: Instant;
}

/** Whether a cover is on at that time. */
export const coversAt = (cover: Cover | undefined, at: Instant): cover is Cover =>
  cover !== undefined && cover.from <= at && at <= cover.until;

/** Who may hear, and who may decide (domain.md 8.16). */
export interface People {
  readonly liaison?: string;
  readonly contactGiven: boolean;
  readonly cover?: Cover;
  readonly involvedStaff: readonly string[];
  readonly representatives: readonly Representative[];
  /** Who stood for the patient once and no longer does, by their ids: why. A suspicion of the harm is never forgotten. */
  readonly ended: Readonly<Record<string, RepresentationEnd>>;
  readonly died: boolean;
  readonly lacksCapacity: boolean;
  readonly majorityAt?: Instant;
  readonly courtApprovalNeeded: boolean;
  /** Why it has to be looked at anew who decides; empty where nothing asks for it. */
  readonly rechecks: readonly RecheckReason[];
  /** When that was last looked at, and whom it named: a person, or the patient where it names none. */
  readonly recheckedAt?: Instant;
  readonly decider?: { readonly person?: string };
  readonly relativesDisagree: boolean;
  readonly declined?: { readonly scope: 'disclosure' | 'review' | 'program'; readonly lasting: 'now' | 'good' };
}

export const nobodyYet: People = {
  contactGiven: false,
  involvedStaff: [],
  representatives: [],
  ended: {},
  died: false,
  lacksCapacity: false,
  courtApprovalNeeded: false,
  rechecks: [],
  relativesDisagree: false,
};

export type PeopleFact = CaseFact<
  | 'LiaisonAssigned'
  | 'LiaisonChanged'
  | 'LiaisonCoverArranged'
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

const endedBy = ({ ended }: People, { person, reason }: CaseFact<'RepresentativeEnded'>['data']): People['ended'] =>
  ended[person] === 'suspected_cause_of_harm' ? ended : { ...ended, [person]: reason };

/** What was found when it was looked at anew; whom it named before does not count any more. */
const rechecked = (people: People, { person, recheckedAt }: CaseFact<'AuthorityRechecked'>['data']): People => ({
  ...people,
  rechecks: [],
  recheckedAt,
  decider: person === undefined ? {} : { person },
});

const recorded = (
  people: People,
  { person, authority, basis, verified, maySettle }: CaseFact<'RepresentativeRecorded'>['data'],
): Representative => ({ person, authority, basis, verified, maySettle, ...(people.died && { sinceDeath: true }) });

/** Nobody covers for a liaison who was involved in the harm: another is arranged (domain.md 8.8). */
const withoutCover = (staff: readonly string[], { cover, ...people }: People): People =>
  cover && !staff.includes(cover.person) ? { ...people, cover } : people;

/** The people of a case after a fact about them. */
export const peopleAfter = (people: People, { type, data }: PeopleFact): People => {
  switch (type) {
    case 'LiaisonAssigned':
    case 'LiaisonChanged': {
      const { cover: _, ...others } = people; // it was arranged for one liaison, and goes with them
      return { ...others, liaison: data.liaison, contactGiven: data.contactGiven };
    }
    case 'LiaisonCoverArranged':
      return { ...people, cover: { person: data.cover, from: data.from, until: data.until } };
    case 'InvolvedStaffNoted':
      return withoutCover(data.staff, {
        ...people,
        involvedStaff: [...new Set([...people.involvedStaff, ...data.staff])],
      });
    case 'RepresentativeRecorded':
      return { ...people, representatives: [...without(people, data.person), recorded(people, data)] };
    case 'RepresentativeEnded':
      return {
        ...people,
        representatives: without(people, data.person),
        ended: endedBy(people, data),
      };
    case 'PatientMinorityRecorded':
      return { ...people, majorityAt: data.majorityAt, courtApprovalNeeded: data.courtApprovalNeeded };
    case 'PatientCapacityRecorded':
      return { ...people, lacksCapacity: data.capacity === 'lacks' };
    case 'PatientDeathNoted':
      return { ...people, died: true };
    case 'AuthorityRecheckRequired':
      return { ...people, rechecks: [...new Set([...people.rechecks, data.reason])] };
    case 'AuthorityRechecked':
      return rechecked(people, data);
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
