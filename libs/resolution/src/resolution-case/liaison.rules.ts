import { type DomainCommand, type Instant, refuse } from '#kernel/core';
import type { People } from './people.state.js';
import { active, type By, type Facts, here, type ResolutionCase, type Rules } from './resolution-case.rules.js';

export type ChangeLiaison = DomainCommand<'ChangeLiaison', { liaison: string; contactGiven: boolean } & By>;
export type ArrangeLiaisonCover = DomainCommand<
  'ArrangeLiaisonCover',
  { cover: string; from: Instant; until: Instant; patientTold: boolean } & By
>;
export type ChangeResponseTeam = DomainCommand<
  'ChangeResponseTeam',
  { members: readonly string[]; communicationLead: string } & By
>;
/** Those who were involved in the harm, as its safety event knows them: an automation tells. */
export type NoteInvolvedStaff = DomainCommand<'NoteInvolvedStaff', { staff: readonly string[] }>;

/** Whom a family is to trust was no part of what happened to them (domain.md 8.8). */
export const checkUninvolved = ({ involvedStaff }: People, person: string, field: string): void => {
  if (involvedStaff.includes(person))
    refuse(
      'resolution-case/involved-in-harm',
      'This person was involved in the harm: name somebody who was not.',
      field,
    );
};

export const changeLiaison = (
  { liaison, contactGiven, by }: ChangeLiaison['data'],
  resolutionCase: ResolutionCase,
): Facts => {
  const { safetyEventId, people } = active(resolutionCase);
  const { liaison: from } = people;
  if (from === undefined) return refuse('resolution-case/no-liaison', 'Name the first liaison before changing them.');
  if (from === liaison) return refuse('resolution-case/same-liaison', 'This person is the liaison already.', 'liaison');
  checkUninvolved(people, liaison, 'liaison');
  return [{ type: 'LiaisonChanged', data: { safetyEventId, from, liaison, contactGiven, changedBy: by } }];
};

/** While the liaison is away the family still reaches somebody, whom they were told of. */
export const arrangeCover = (data: ArrangeLiaisonCover['data'], resolutionCase: ResolutionCase): Facts => {
  const { by, cover, from, until, patientTold } = data;
  const { safetyEventId, people } = active(resolutionCase);
  if (people.liaison === undefined)
    return refuse('resolution-case/no-liaison', 'Name the liaison before who covers for them.');
  if (cover === people.liaison)
    return refuse('resolution-case/same-liaison', 'The liaison does not cover for themselves.', 'cover');
  checkUninvolved(people, cover, 'cover');
  if (until <= from) return refuse('resolution-case/cover-ends-early', 'The cover ends after it begins.', 'until');
  return [{ type: 'LiaisonCoverArranged', data: { safetyEventId, cover, from, until, patientTold, arrangedBy: by } }];
};

export const changeTeam = (
  { members, communicationLead, by }: ChangeResponseTeam['data'],
  resolutionCase: ResolutionCase,
): Facts => {
  const before = active(resolutionCase);
  if (!members.includes(communicationLead))
    return refuse(
      'resolution-case/lead-not-on-team',
      'The communication lead is one of the members.',
      'communicationLead',
    );
  const same = members.length === before.members.length && members.every((one) => before.members.includes(one));
  if (same && communicationLead === before.communicationLead) return [];
  const { safetyEventId } = before;
  return [{ type: 'ResponseTeamChanged', data: { safetyEventId, members, communicationLead, changedBy: by } }];
};

/**
 * Each of them once; one who is the liaison or covers for them has to be replaced, and has no part in it from then on. A
 * case that is not there, or went elsewhere, has nothing to learn.
 */
export const noteInvolved = ({ staff }: NoteInvolvedStaff['data'], resolutionCase: ResolutionCase): Facts => {
  const before = here(resolutionCase);
  const unknown = [...new Set(staff)].filter((one) => !before?.people.involvedStaff.includes(one));
  if (!before || unknown.length === 0) return [];
  const { safetyEventId, people } = before;
  const toReplace = unknown.filter((one) => one === people.liaison || one === people.cover?.person);
  return [
    {
      type: 'InvolvedStaffNoted',
      data: { safetyEventId, staff: unknown, ...(toReplace.length > 0 && { toReplace }) },
    },
  ];
};

export type LiaisonCommand = ChangeLiaison | ArrangeLiaisonCover | ChangeResponseTeam;

export const liaisonRules: Rules<LiaisonCommand | NoteInvolvedStaff> = {
  ChangeLiaison: changeLiaison,
  ArrangeLiaisonCover: arrangeCover,
  ChangeResponseTeam: changeTeam,
  NoteInvolvedStaff: noteInvolved,
};
