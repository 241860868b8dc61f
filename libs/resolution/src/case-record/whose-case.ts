import { isActive, type ResolutionCase } from '../resolution-case/resolution-case.state.js';

/** Whose case it is, by ids: members, owner, liaison. Who has left the team has left the case. */
export const teamOf = (resolutionCase: ResolutionCase): readonly string[] => {
  if (!isActive(resolutionCase)) return [];
  const { members, owner, people } = resolutionCase;
  return [...new Set([...members, owner, ...(people.liaison ? [people.liaison] : [])])];
};
