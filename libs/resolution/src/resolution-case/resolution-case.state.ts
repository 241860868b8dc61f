import { type Care, type CareFact, careAfter, unjudged } from './care.state.js';
import { begun, type Course, courseAfter } from './course.state.js';
import { nothingOffered, type Offers, type OffersFact, offersAfter, offersAgain, unadvised } from './offers.state.js';
import { nobodyYet, type People, type PeopleFact, peopleAfter } from './people.state.js';
import type { CaseFact, ResolutionCaseFact } from './resolution-case.events.js';
import { nothingSaid, type Talks, type TalksFact, talksAfter } from './talks.state.js';

/** What the rules remember of a case whose team was activated, theme by theme. */
export interface ActiveCase extends Course {
  readonly safetyEventId: string;
  readonly patient: string;
  readonly members: readonly string[];
  readonly communicationLead: string;
  readonly owner: string;
  readonly people: People;
  readonly talks: Talks;
  readonly care: Care;
  readonly offers: Offers;
}

/** A case whose team is waited for; what is known of its people by then stays when the team comes. */
export interface RequestedCase {
  readonly status: 'requested';
  readonly safetyEventId: string;
  readonly patient: string;
  readonly people: People;
  /** Other cases that a person has to choose from. */
  readonly mergeWith: readonly string[];
}

export type ResolutionCase =
  | { readonly status: 'none' }
  | RequestedCase
  | { readonly status: 'withdrawn' }
  | ActiveCase;

export const isActive = (resolutionCase: ResolutionCase): resolutionCase is ActiveCase => 'owner' in resolutionCase;

/**
 * Whose case it is, by ids: members, owner, liaison. Who has left the team has left the case, and so has a liaison who
 * turned out to have been involved in the harm (domain.md 8.8).
 */
export const teamOf = (resolutionCase: ResolutionCase): readonly string[] => {
  if (!isActive(resolutionCase)) return [];
  const { members, owner, people } = resolutionCase;
  const { liaison, involvedStaff } = people;
  const team = new Set([...members, owner, ...(liaison ? [liaison] : [])]);
  return [...team].filter((one) => one !== liaison || !involvedStaff.includes(one));
};

const activated = ({ data }: CaseFact<'ResponseTeamActivated'>, before: ResolutionCase): ActiveCase => {
  const { safetyEventId, patient, members, communicationLead, owner, billable } = data;
  return {
    ...begun,
    ...('mergeWith' in before && { mergeWith: before.mergeWith }),
    safetyEventId,
    patient,
    members,
    communicationLead,
    owner,
    people: 'people' in before ? before.people : nobodyYet,
    talks: nothingSaid,
    care: { ...unjudged, billable },
    offers: nothingOffered,
  };
};

/**
 * A new cycle judges anew, offers anew and tells anew what is found; what was said and promised stays. Who asks for it
 * themselves does not decline any more, nor who declined for then.
 */
const again = (before: ActiveCase, { data }: CaseFact<'ResolutionCaseReopened'>): ActiveCase => {
  const { determination: _, ...care } = before.care;
  const { declined, ...people } = before.people;
  return {
    ...before,
    people: { ...people, ...(declined?.lasting === 'good' && data.reason !== 'patient_asks' && { declined }) },
    care: { ...care, criteria: {}, told: false, reviewed: false },
    offers: offersAgain(before.offers),
    talks: { ...before.talks, findings: 'not_told' },
  };
};

/** By theme, the facts that change it; a fact that none of them knows changes at most where the case stands. */
const themesAfter = (before: ActiveCase, fact: ResolutionCaseFact): ActiveCase => {
  const people = peopleAfter(before.people, fact as PeopleFact);
  const offers = offersAfter(before.offers, fact as OffersFact);
  return {
    ...before,
    people,
    talks: talksAfter(before.talks, fact as TalksFact),
    care: careAfter(before.care, fact as CareFact),
    offers: people.decider?.person === before.people.decider?.person ? offers : unadvised(offers),
  };
};

const followed = (before: ActiveCase, fact: ResolutionCaseFact): ActiveCase => {
  const themes = themesAfter(before, fact);
  switch (fact.type) {
    case 'CaseHandedOver':
      return { ...themes, owner: fact.data.to };
    case 'ResponseTeamChanged':
      return { ...themes, members: fact.data.members, communicationLead: fact.data.communicationLead };
    case 'ResolutionCaseReopened':
      return again(themes, fact);
    default:
      return themes;
  }
};

/** A case without a team yet: who is known by then, and that another case is there, is kept for when it has one. */
const waiting = (before: RequestedCase, fact: ResolutionCaseFact): RequestedCase => ({
  ...before,
  people: peopleAfter(before.people, fact as PeopleFact),
  ...(fact.type === 'CaseMergeRequired' && { mergeWith: [...before.mergeWith, fact.data.with] }),
});

/** What a fact changes of a case that is there. */
const further = (before: ResolutionCase, fact: ResolutionCaseFact): ResolutionCase => {
  if (before.status === 'requested') return waiting(before, fact);
  return isActive(before) ? { ...followed(before, fact), ...courseAfter(before, fact) } : before;
};

/** The case after a fact. */
export const caseAfter = (before: ResolutionCase, fact: ResolutionCaseFact): ResolutionCase => {
  switch (fact.type) {
    case 'ActivationRequested': {
      const { safetyEventId, patient } = fact.data;
      return { status: 'requested', safetyEventId, patient, people: nobodyYet, mergeWith: [] };
    }
    case 'ActivationWithdrawn':
      return { status: 'withdrawn' };
    case 'ResponseTeamActivated':
      return activated(fact, before);
    default:
      return further(before, fact);
  }
};
