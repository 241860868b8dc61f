import { type Instant, refuse } from '#kernel/core';
import type { Offer } from './offers.state.js';
import type { People } from './people.state.js';
import { type ActiveCase, openCase, type ResolutionCase } from './resolution-case.rules.js';

/** Whether an offer was accepted: what was agreed is carried out, and nothing else happens to the case (domain.md 8.8). */
export const isSettled = ({ offers }: ActiveCase): boolean => offers.current?.state === 'accepted';

/** An open case that may still take another course. */
export const unsettled = (resolutionCase: ResolutionCase): ActiveCase => {
  const before = openCase(resolutionCase);
  if (isSettled(before))
    return refuse('resolution-case/offer-accepted', 'An offer was accepted: it is carried out, and the case resolved.');
  return before;
};

/** Of a case that others went on in: the safety events that hear of what becomes of it. */
export const alsoOf = ({ alsoOf: others }: ActiveCase) => (others.length > 0 ? { alsoOf: others } : {});

/**
 * INV-25: what was signed while the patient was a minor is approved by a court, where the law there wants it. What was
 * needed when it was signed stays needed, whatever is recorded since.
 */
export const needsCourt = (
  { courtApprovalNeeded, majorityAt }: People,
  { acceptedAt, courtNeeded }: Pick<Offer, 'acceptedAt' | 'courtNeeded'>,
): boolean =>
  courtNeeded === true ||
  (courtApprovalNeeded && acceptedAt !== undefined && (majorityAt === undefined || acceptedAt < majorityAt));

/** Whether nothing stands against carrying it out: no court has to approve it, or one has by that time. */
export const isApproved = (people: People, settlement: Offer, by?: Instant): boolean => {
  const { courtApprovedAt } = settlement;
  const approved = courtApprovedAt !== undefined && (by === undefined || courtApprovedAt <= by);
  return approved || !needsCourt(people, settlement);
};
