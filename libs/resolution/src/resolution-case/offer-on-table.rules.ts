import { refuse } from '#kernel/core';
import type { Offer } from './offers.state.js';
import { type ActiveCase, type Asking, onTeam, type ResolutionCase } from './resolution-case.rules.js';

/** Which offer is spoken of, by whom and when. */
type Speaking = Asking & { readonly offer: string };

/** A case and the last offer of it, which has to be the one that is spoken of: earlier ones were answered. */
export const lastOffer = (
  { offer, ...asking }: Speaking,
  resolutionCase: ResolutionCase,
): { readonly before: ActiveCase; readonly current: Offer } => {
  const before = onTeam(asking, resolutionCase);
  const { current } = before.offers;
  if (current?.offer !== offer)
    return refuse('resolution-case/other-offer', 'That is not the last offer of this case.', 'offer');
  return { before, current };
};

/**
 * A case and its offer that waits for an answer. A case that came back from outside is in talks, and what was offered
 * before may still wait; while it is on hold or outside, an offer is neither answered nor changed.
 */
export const onTable = (
  data: Speaking,
  resolutionCase: ResolutionCase,
): { readonly before: ActiveCase; readonly current: Offer } => {
  const { before, current } = lastOffer(data, resolutionCase);
  if (current.state === 'accepted')
    return refuse('resolution-case/offer-accepted', 'The offer was accepted: it is paid, and the case resolved.');
  if (current.state !== 'made')
    return refuse('resolution-case/offer-not-on-table', `The offer was ${current.state}: make another.`);
  if (before.status !== 'offered' && before.status !== 'negotiating')
    return refuse('resolution-case/not-offered', `This is for cases in talks; this one is ${before.status}.`);
  if (data.at < current.madeAt)
    return refuse('resolution-case/before-offer', 'That comes after the offer was made.', 'occurredAt');
  return { before, current };
};
