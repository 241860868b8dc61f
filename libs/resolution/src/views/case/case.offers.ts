import type { Told } from '../../record/case.reading.js';
import type { Offer } from '../../resolution-case/offers.state.js';
import type { ResolutionCaseFact } from '../../resolution-case/resolution-case.events.js';
import { picked } from './picked.js';

/** An offer as its reader may see it: its terms in words, and the amount by itself only for counsel's readers. */
export interface OfferShown {
  readonly offer: string;
  readonly state: Offer['state'];
  readonly components?: unknown;
  readonly terms?: unknown;
  readonly amount?: unknown;
  readonly releaseRequired?: unknown;
  readonly validUntil?: unknown;
}

const TERMS = ['components', 'terms', 'amount', 'releaseRequired', 'validUntil'] as const;

/** What becomes of an offer by which fact. */
const BECOMES: Readonly<Partial<Record<ResolutionCaseFact['type'], Offer['state']>>> = {
  OfferMade: 'made',
  OfferRevised: 'revised',
  OfferAccepted: 'accepted',
  OfferDeclined: 'declined',
  OfferExpired: 'expired',
  OfferWithdrawn: 'withdrawn',
};

/** Every offer of a case, those of earlier cycles too, as it now stands. */
export const offersOf = (told: readonly Told[]): readonly OfferShown[] => {
  const offers = new Map<string, OfferShown>();
  for (const { type, said } of told) {
    const state = BECOMES[type];
    const offer = said.offer as string | undefined;
    if (!state || !offer) continue;
    const before = state === 'made' || state === 'revised' ? picked(said, TERMS) : offers.get(offer);
    offers.set(offer, { ...before, offer, state });
  }
  return [...offers.values()];
};
