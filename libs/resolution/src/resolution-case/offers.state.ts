import type { Instant } from '#kernel/core';
import type { Component } from './offer.codes.js';
import type { CaseFact } from './resolution-case.events.js';

/** The offer on the table, or the last one that was. */
export interface Offer {
  readonly offer: string;
  readonly components: readonly Component[];
  readonly validUntil: Instant;
  readonly state: 'made' | 'revised' | 'accepted' | 'declined' | 'expired' | 'withdrawn';
  readonly courtApproved: boolean;
}

/** What was offered and paid. */
export interface Offers {
  readonly counselAdvised: boolean;
  readonly current?: Offer;
  /** How many offers were made. */
  readonly made: number;
  readonly paid: boolean;
  /** A payment that has to be reported to the NPDB, and was not yet. */
  readonly npdbOwed: boolean;
  readonly medicareFiled: boolean;
}

export const nothingOffered: Offers = {
  counselAdvised: false,
  made: 0,
  paid: false,
  npdbOwed: false,
  medicareFiled: false,
};

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

const current = (offers: Offers, changes: Partial<Offer>): Offers =>
  offers.current ? { ...offers, current: { ...offers.current, ...changes } } : offers;

/** The offers of a case after a fact about them. */
export const offersAfter = (offers: Offers, { type, data }: OffersFact): Offers => {
  switch (type) {
    case 'RightToCounselAdvised':
      return { ...offers, counselAdvised: true };
    case 'OfferMade': {
      const { offer, components, validUntil } = data;
      return {
        ...offers,
        made: offers.made + 1,
        current: { offer, components, validUntil, state: 'made', courtApproved: false },
      };
    }
    case 'OfferRevised':
      return current(offers, { components: data.components, validUntil: data.validUntil, state: 'revised' });
    case 'OfferAccepted':
      return current(offers, { state: 'accepted' });
    case 'OfferDeclined':
      return current(offers, { state: 'declined' });
    case 'OfferExpired':
      return current(offers, { state: 'expired' });
    case 'OfferWithdrawn':
      return current(offers, { state: 'withdrawn' });
    case 'CourtApprovalRecorded':
      return current(offers, { courtApproved: true });
    case 'PaymentMade':
      return { ...offers, paid: true, npdbOwed: data.reportable };
    case 'NpdbReportFiled':
      return { ...offers, npdbOwed: false };
    case 'MedicareReportFiled':
      return { ...offers, medicareFiled: true };
    default:
      return offers; // a fact of another theme
  }
};
