import { type DomainCommand, type Instant, refuse, secret } from '#kernel/core';
import { checkDecides, checkSettles } from './authority.rules.js';
import type { DeclineReason, OfferWithdrawal } from './offer.codes.js';
import { onTable } from './offer-on-table.rules.js';
import { active, type By, type Rule, type Rules } from './resolution-case.rules.js';
import { needsCourt } from './settled.rules.js';

export type AcceptOffer = DomainCommand<
  'AcceptOffer',
  { offer: string; person?: string; document?: string; at: Instant } & By
>;
export type DeclineOffer = DomainCommand<
  'DeclineOffer',
  { offer: string; reason: DeclineReason; person?: string; note?: string; at: Instant } & By
>;
export type WithdrawOffer = DomainCommand<
  'WithdrawOffer',
  { offer: string; reason: OfferWithdrawal; note?: string; at: Instant } & By
>;
export type ExpireOffer = DomainCommand<'ExpireOffer', { at: Instant }>;

/**
 * INV-25: signed while the offer was valid, by the patient or who may settle in their name, who was told that they may have
 * a lawyer. `at` is when it was signed.
 */
const accept: Rule<AcceptOffer> = (data, resolutionCase) => {
  const { offer, person, document, at, by } = data;
  const { before, current } = onTable(data, resolutionCase);
  if (before.status !== 'offered')
    return refuse('resolution-case/offer-not-on-table', 'The case was away meanwhile: make the offer anew.');
  if (at > current.validUntil)
    return refuse('resolution-case/offer-lapsed', 'The offer was no longer valid when it was signed.', 'occurredAt');
  checkSettles(before.people, person, at);
  const { counselAdvisedAt } = before.offers;
  if (counselAdvisedAt === undefined || counselAdvisedAt > at)
    return refuse(
      'resolution-case/counsel-not-advised',
      'Tell who decides now, in writing, that they may have a lawyer first.',
    );
  return [
    {
      type: 'OfferAccepted',
      data: {
        safetyEventId: before.safetyEventId,
        offer,
        ...(person && { person }),
        signedAt: at,
        ...(needsCourt(before.people, { acceptedAt: at }) && { courtApprovalNeeded: true }),
        ...(document && { document: secret(document) }),
        recordedBy: by,
      },
    },
  ];
};

/** Said by the patient, or by who decides for them: nobody else turns an offer down in their name. */
const decline: Rule<DeclineOffer> = (data, resolutionCase) => {
  const { offer, reason, person, note, at, by } = data;
  const { safetyEventId, people } = onTable(data, resolutionCase).before;
  checkDecides(people, person, at);
  return [
    {
      type: 'OfferDeclined',
      data: {
        safetyEventId,
        offer,
        reason,
        ...(person && { person }),
        ...(note && { note: secret(note) }),
        declinedAt: at,
        recordedBy: by,
      },
    },
  ];
};

const withdraw: Rule<WithdrawOffer> = (data, resolutionCase) => {
  const { offer, reason, note, by } = data;
  const { safetyEventId } = onTable(data, resolutionCase).before;
  return [
    {
      type: 'OfferWithdrawn',
      data: { safetyEventId, offer, reason, ...(note && { note: secret(note) }), withdrawnBy: by },
    },
  ];
};

/**
 * An offer that nobody answered ends with its time, wherever the case is by then: on hold and outside the time goes on.
 * Asked by a clock, of whatever offer is last: where none waits there is nothing to do.
 */
const expire: Rule<ExpireOffer> = ({ at }, resolutionCase) => {
  const { safetyEventId, offers } = active(resolutionCase);
  const { current } = offers;
  if (current?.state !== 'made') return [];
  if (current.validUntil > at) return refuse('resolution-case/offer-valid', 'The offer is still valid.');
  return [{ type: 'OfferExpired', data: { safetyEventId, offer: current.offer, expiredAt: current.validUntil } }];
};

export type OfferAnswerCommand = AcceptOffer | DeclineOffer | WithdrawOffer | ExpireOffer;

export const offerAnswerRules: Rules<OfferAnswerCommand> = {
  AcceptOffer: accept,
  DeclineOffer: decline,
  WithdrawOffer: withdraw,
  ExpireOffer: expire,
};
