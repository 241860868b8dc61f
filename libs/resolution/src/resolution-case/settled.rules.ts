import { refuse } from '#kernel/core';
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
