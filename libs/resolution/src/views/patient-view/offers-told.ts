import type { Told } from '../../record/case.reading.js';
import { sharedSteps } from '../../record/patients-steps.js';

/** An offer as the patient has it before them; an offer's id and the amount by itself are not theirs. */
export interface OfferOpen {
  readonly standing: 'open' | 'in_talks' | 'accepted' | 'over';
  readonly components?: unknown;
  readonly terms?: unknown;
  readonly releaseRequired?: unknown;
  readonly validUntil?: unknown;
  readonly madeAt?: unknown;
  readonly signedAt?: unknown;
}

/**
 * Ends of an offer that the patient was part of or was told. They say nothing that is SHARED: that they came, and after
 * what, is all that is taken of them.
 */
export const ENDS_OFFER: readonly Told['type'][] = ['OfferDeclined', 'OfferExpired', 'OfferWithdrawn'];

/** The offers to the patient, in the order in which they were made; only the last may still stand. */
export const offersTold = (told: readonly Told[]): readonly OfferOpen[] => {
  const offers: OfferOpen[] = [];
  const change = (said: Readonly<Record<string, unknown>>, standing: OfferOpen['standing']): void => {
    const last = offers.pop();
    if (last) offers.push({ ...last, ...said, standing });
  };
  for (const fact of told) {
    const said = sharedSteps([fact])[0]?.said;
    if (ENDS_OFFER.includes(fact.type)) change({}, 'over');
    if (!said) continue;
    const over = offers.at(-1)?.standing === 'over' || offers.at(-1)?.standing === 'accepted';
    if (fact.type === 'OfferMade') {
      if (!over) change({}, 'over');
      offers.push({ ...said, standing: 'open' });
    }
    if (fact.type === 'OfferRevised') change(said, 'in_talks');
    if (fact.type === 'OfferAccepted') change(said, 'accepted');
  }
  return offers;
};
