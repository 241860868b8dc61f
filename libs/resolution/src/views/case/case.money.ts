import { kept, type Opened, saidOf } from '../../case-record/said.js';
import type { TimelineStep } from '../../case-record/shown-case.js';

type Timeline = readonly TimelineStep[];
type Terms = Omit<Opened<'OfferMade'>, 'safetyEventId' | 'madeBy'>;

/** An offer with its terms as they are now, and what became of it. */
export interface ShownOffer extends Terms {
  readonly state: 'made' | 'revised' | 'accepted' | 'declined' | 'expired' | 'withdrawn';
  readonly signedAt?: string;
  readonly declineReason?: string;
}

/** How the bill stands. Bills that went out although they were held are shown whatever came of them (INV-26). */
export interface CaseBilling {
  readonly billable?: string;
  readonly holds: readonly Opened<'BillingHoldPlaced'>[];
  readonly releases: readonly Opened<'BillingHoldReleased'>[];
  readonly waivers: readonly Opened<'BillingWaived'>[];
  readonly sentDuringHold: readonly Opened<'BillSentDuringHold'>[];
}

/** The bill of a case, from what its reader may see. */
export const billingOf = (timeline: Timeline): CaseBilling => {
  const all = <T extends 'BillingHoldPlaced' | 'BillingHoldReleased' | 'BillingWaived' | 'BillSentDuringHold'>(
    type: T,
  ): readonly Opened<T>[] => saidOf(timeline, type).map(({ said }) => said);
  return kept({
    billable: saidOf(timeline, 'ResponseTeamActivated', 'BillabilityEstablished').at(-1)?.said.billable,
    holds: all('BillingHoldPlaced'),
    releases: all('BillingHoldReleased'),
    waivers: all('BillingWaived'),
    sentDuringHold: all('BillSentDuringHold'),
  });
};

const ENDS = { OfferDeclined: 'declined', OfferExpired: 'expired', OfferWithdrawn: 'withdrawn' } as const;

/** The offers of a case, the last one last. Amounts are counsel's: the labels of the reader let them through or do not. */
export const offersOf = (timeline: Timeline): readonly ShownOffer[] => {
  const offers: ShownOffer[] = saidOf(timeline, 'OfferMade').map(({ said }) => ({ ...termsOf(said), state: 'made' }));
  const change = (offer: string | undefined, changes: Partial<ShownOffer>) => {
    const at = offers.findLastIndex((one) => one.offer === offer);
    if (at >= 0) offers[at] = { ...(offers[at] as ShownOffer), ...changes };
  };
  for (const { said } of saidOf(timeline, 'OfferRevised')) change(said.offer, { ...termsOf(said), state: 'revised' });
  for (const { said } of saidOf(timeline, 'OfferAccepted'))
    change(said.offer, kept({ state: 'accepted' as const, signedAt: said.signedAt }));
  for (const { type, said } of saidOf(timeline, 'OfferDeclined', 'OfferExpired', 'OfferWithdrawn'))
    change(said.offer, { state: ENDS[type] });
  for (const { said } of saidOf(timeline, 'OfferDeclined')) change(said.offer, kept({ declineReason: said.reason }));
  return offers;
};

const termsOf = ({ safetyEventId: _, ...said }: Opened<'OfferMade'> | Opened<'OfferRevised'>): Terms => {
  const {
    madeBy: _madeBy,
    revisedBy: _revisedBy,
    revisedAt: _revisedAt,
    ...terms
  } = said as Opened<'OfferMade'> & Opened<'OfferRevised'>;
  return terms;
};
