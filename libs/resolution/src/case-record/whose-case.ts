import type { Instant } from '#kernel/core';
import type { ResolutionCaseFact } from '../resolution-case/resolution-case.events.js';
import { isActive, type ResolutionCase } from '../resolution-case/resolution-case.state.js';

/** Who can be reached while the liaison is away, and when. */
export interface Cover {
  readonly person: string;
  readonly from: Instant;
  readonly until: Instant;
}

/** Whose case it is, by ids: members, owner, liaison. Who has left the team has left the case. */
export const teamOf = (resolutionCase: ResolutionCase): readonly string[] => {
  if (!isActive(resolutionCase)) return [];
  const { members, owner, people } = resolutionCase;
  return [...new Set([...members, owner, ...(people.liaison ? [people.liaison] : [])])];
};

/** The liaison's cover after a fact: arranged for one liaison, and gone with them. */
export const coverAfter = (cover: Cover | undefined, { type, data }: ResolutionCaseFact): Cover | undefined => {
  switch (type) {
    case 'LiaisonCoverArranged':
      return { person: data.cover, from: data.from, until: data.until };
    case 'LiaisonAssigned':
    case 'LiaisonChanged':
      return undefined;
    default:
      return cover;
  }
};

/** Whether a cover is on at that time. */
export const coversAt = (cover: Cover | undefined, now: Instant): cover is Cover =>
  cover !== undefined && cover.from <= now && now <= cover.until;
