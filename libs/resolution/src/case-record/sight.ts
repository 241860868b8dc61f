import { type Caller, may } from '#kernel/access';
import type { Instant, Label } from '#kernel/core';
import { type Cover, coversAt } from '../resolution-case/people.state.js';

/** Whose a case is: its team, and who covers for its liaison and when. */
export interface Whose {
  readonly team: readonly string[];
  readonly cover?: Cover | undefined;
}

/**
 * What somebody sees of a case: what their role shows, where it is of all cases or this one is theirs; what a liaison
 * sees, while they cover for this one's, whatever other roles they hold. Nothing at all else: to them there is no such case.
 */
export const sightOf = (
  { grant, roles, personId }: Pick<Caller, 'grant' | 'roles' | 'personId'>,
  { team, cover }: Whose,
  now: Instant,
): readonly Label[] | undefined => {
  if (grant.scope === 'all' || team.includes(personId)) return grant.labels;
  if (!coversAt(cover, now) || cover.person !== personId) return undefined;
  return may(asLiaison(roles), grant.action)?.labels;
};

/** The one role by which a cover sees a case; none where somebody does not hold it. */
const asLiaison = (roles: Caller['roles']): Caller['roles'] => roles.filter((role) => role === 'liaison');
