import type { ResolutionCaseFact } from '../resolution-case/resolution-case.events.js';
import type { RecordedFact } from './case.row.js';

/** Who works on a case now, by ids. */
export interface Team {
  readonly members: readonly string[];
  readonly communicationLead?: string;
  /** Who answers for the case. */
  readonly owner?: string;
  readonly liaison?: string;
  /** Whether the patient has a way to reach the liaison. */
  readonly contactGiven: boolean;
}

export const nobody: Team = { members: [], contactGiven: false };

/** The team of a case after any fact of it. */
export const teamAfter = (team: Team, { type, data }: ResolutionCaseFact): Team => {
  switch (type) {
    case 'ResponseTeamActivated':
      return { ...team, members: data.members, communicationLead: data.communicationLead, owner: data.owner };
    case 'ResponseTeamChanged':
      return { ...team, members: data.members, communicationLead: data.communicationLead };
    case 'LiaisonAssigned':
    case 'LiaisonChanged':
      return { ...team, liaison: data.liaison, contactGiven: data.contactGiven };
    case 'CaseHandedOver':
      return { ...team, owner: data.to };
    default:
      return team;
  }
};

/** Whose case it is: members, owner, liaison. Who was one of them once is not any more. */
export const peopleOf = ({ members, owner, liaison }: Team): readonly string[] => [
  ...new Set([...members, ...(owner ? [owner] : []), ...(liaison ? [liaison] : [])]),
];

/** Whether somebody is on the team of the case that these facts tell of. */
export const isOn = (facts: readonly Pick<RecordedFact, 'type' | 'data'>[], person: string): boolean =>
  peopleOf(facts.reduce((team, fact) => teamAfter(team, fact as ResolutionCaseFact), nobody)).includes(person);
