import type { Instant } from '#kernel/core';
import type { Component } from './offer.codes.js';
import type { CaseFact } from './resolution-case.events.js';

/** The offer on the table, or the last one that was. */
export interface Offer {
  readonly offer: string;
  readonly components: readonly Component[];
  /** The money in it, in cents; absent where there is none. */
  readonly cents?: number;
  readonly madeAt: Instant;
  readonly validUntil: Instant;
  readonly state: 'made' | 'revised' | 'accepted' | 'declined' | 'expired' | 'withdrawn';
  /** When it was signed. */
  readonly acceptedAt?: Instant;
  /** A court has to approve it: so it was when it was signed. */
  readonly courtNeeded?: boolean;
  readonly courtApprovedAt?: Instant;
}

/** What was offered and paid. */
export interface Offers {
  readonly counselAdvised: boolean;
  readonly counselAdvisedAt?: Instant;
  readonly current?: Offer;
  /** How many offers were made. */
  readonly made: number;
  readonly paid: boolean;
  /** A payment that has to be reported to the NPDB, and was not yet. */
  readonly npdbOwed: boolean;
  /** Whether the last payment was reported to Medicare; none where nothing was ever paid. */
  readonly medicare: 'none' | 'open' | 'filed';
}

export const nothingOffered: Offers = {
  counselAdvised: false,
  made: 0,
  paid: false,
  npdbOwed: false,
  medicare: 'none',
};

/** A new cycle offers anew: the advice stays given, and a report that is owed or was made stays so. */
export const offersAgain = ({ counselAdvised, counselAdvisedAt, npdbOwed, medicare }: Offers): Offers => ({
  ...nothingOffered,
  counselAdvised,
  ...(counselAdvisedAt && { counselAdvisedAt }),
  npdbOwed,
  medicare,
});

export type OffersFact = CaseFact<
  | 'RightToCounselAdvised'
  | 'OfferMade'
  | 'OfferRevised'
  | 'OfferAccepted'
  | 'OfferDeclined'
  | 'OfferExpired'
  | 'OfferWithdrawn'
  | 'CourtApprovalRecorded'
  | 'PaymentMade'
  | 'NpdbReportFiled'
  | 'MedicareReportFiled'
>;

const worth = ({ components, validUntil, amount }: CaseFact<'OfferMade' | 'OfferRevised'>['data']) => ({
  components,
  validUntil,
  ...(amount && { cents: amount.cents }),
});

const revised = ({ offer, madeAt }: Offer, terms: CaseFact<'OfferRevised'>['data']): Offer => ({
  offer,
  madeAt,
  ...worth(terms),
  state: 'revised',
});

const current = (offers: Offers, changes: Partial<Offer>): Offers =>
  offers.current ? { ...offers, current: { ...offers.current, ...changes } } : offers;

/** Whoever decides from now on was not there when they were told that they may have a lawyer. */
export const unadvised = ({ counselAdvisedAt: _, ...offers }: Offers): Offers => ({ ...offers, counselAdvised: false });

const courtNeeded = ({ courtApprovalNeeded }: CaseFact<'OfferAccepted'>['data']) =>
  courtApprovalNeeded === undefined ? {} : { courtNeeded: courtApprovalNeeded };

/** The offers of a case after a fact about them. */
export const offersAfter = (offers: Offers, { type, data }: OffersFact): Offers => {
  switch (type) {
    case 'RightToCounselAdvised':
      return { ...offers, counselAdvised: true, counselAdvisedAt: data.advisedAt };
    case 'OfferMade': {
      const { offer, madeAt } = data;
      return { ...offers, made: offers.made + 1, current: { offer, madeAt, ...worth(data), state: 'made' } };
    }
    case 'OfferRevised':
      return offers.current ? { ...offers, current: revised(offers.current, data) } : offers;
    case 'OfferAccepted':
      return current(offers, { state: 'accepted', acceptedAt: data.signedAt, ...courtNeeded(data) });
    case 'OfferDeclined':
      return current(offers, { state: 'declined' });
    case 'OfferExpired':
      return current(offers, { state: 'expired' });
    case 'OfferWithdrawn':
      return current(offers, { state: 'withdrawn' });
    case 'CourtApprovalRecorded':
      return current(offers, { courtApprovedAt: data.approvedAt });
    case 'PaymentMade':
      return { ...offers, paid: true, medicare: 'open', npdbOwed: offers.npdbOwed || data.reportable };
    case 'NpdbReportFiled':
      return { ...offers, npdbOwed: false };
    case 'MedicareReportFiled':
      return { ...offers, medicare: 'filed' };
    default:
      return offers; // a fact of another theme
  }
};
