import { isActive, type ResolutionCase } from '../resolution-case/resolution-case.state.js';

/**
 * Whose case it is, by ids: members, owner, liaison. Who has left the team has left the case, and so has a liaison who
 * turned out to have been involved in the harm.
 */
export const teamOf = (resolutionCase: ResolutionCase): readonly string[] => {
  if (!isActive(resolutionCase)) return [];
  const { members, owner, people } = resolutionCase;
  const { liaison, involvedStaff } = people;
  const team = new Set([...members, owner, ...(liaison ? [liaison] : [])]);
  return [...team].filter((one) => one !== liaison || !involvedStaff.includes(one));
};
