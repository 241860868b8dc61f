import { type DomainCommand, type Instant, refuse, secret } from '#kernel/core';
import { hasDeparted } from './care.state.js';
import type { AdviceLanguage, Component } from './offer.codes.js';
import { type OfferAnswerCommand, offerAnswerRules } from './offer-answers.rules.js';
import { onTable } from './offer-on-table.rules.js';
import { type PaymentCommand, paymentRules } from './payment.rules.js';
import {
  type ActiveCase,
  type Asking,
  type By,
  onTeam,
  openCase,
  type ResolutionCase,
  type Rule,
  type Rules,
} from './resolution-case.rules.js';

/** What is offered: the terms in words, and the money in them, in cents. */
export interface Terms {
  readonly components: readonly Component[];
  readonly cents?: number;
  readonly terms: string;
  readonly releaseRequired: boolean;
  readonly validUntil: Instant;
}

export type AdviseOfCounsel = DomainCommand<
  'AdviseOfCounsel',
  { written: boolean; language: AdviceLanguage; at: Instant } & By
>;
export type MakeOffer = DomainCommand<'MakeOffer', { offer: string; at: Instant } & Terms & By>;
export type ReviseOffer = DomainCommand<'ReviseOffer', { offer: string; at: Instant } & Terms & By>;

/** That they may have a lawyer is told in writing, once the first conversation is over: what was only said does not count. */
const advise: Rule<AdviseOfCounsel> = (data, resolutionCase) => {
  const { written, language, at, by } = data;
  onTeam(data, resolutionCase);
  const { status, safetyEventId, offers } = openCase(resolutionCase);
  if (status === 'activated' || status === 'disclosing')
    return refuse('resolution-case/not-disclosed', 'Hold the first conversation, or record why there was none, first.');
  if (status === 'on_hold')
    return refuse('resolution-case/on-hold', 'The patient asked us to wait: resume the case first.');
  if (offers.counselAdvised)
    return refuse('resolution-case/counsel-advised', 'They were already told that they may have a lawyer.');
  if (!written) return refuse('resolution-case/advice-not-written', 'Give this advice in writing.', 'written');
  return [{ type: 'RightToCounselAdvised', data: { safetyEventId, written, language, advisedAt: at, advisedBy: by } }];
};

/** A case in which an offer may be made: what was wrong is known, and no other offer waits or binds. */
const offering = (asking: Asking, resolutionCase: ResolutionCase): ActiveCase => {
  onTeam(asking, resolutionCase);
  const before = openCase(resolutionCase);
  const { status, offers, care } = before;
  if (offers.current?.state === 'accepted')
    return refuse('resolution-case/offer-accepted', 'An offer was accepted: it is paid, and the case resolved.');
  if (offers.current?.state === 'made')
    return refuse(
      'resolution-case/offer-on-table',
      'An offer is on the table: it is answered, revised or withdrawn first.',
    );
  if ((status !== 'offer_preparing' && status !== 'negotiating') || !hasDeparted(care))
    return refuse('resolution-case/not-offering', 'An offer follows on care that was found unreasonable or mixed.');
  return before;
};

/** INV-25: before anything is offered, the right to a lawyer was told; money has an amount, and nothing else has. */
const checkTerms = ({ components, cents, validUntil, at }: MakeOffer['data'], { offers }: ActiveCase): void => {
  if (components.length === 0) refuse('resolution-case/nothing-offered', 'Say what is offered.', 'components');
  const { counselAdvisedAt } = offers;
  const advised = counselAdvisedAt !== undefined && counselAdvisedAt <= at;
  if (!advised)
    refuse('resolution-case/counsel-not-advised', 'Tell them in writing that they may have a lawyer first.');
  const money = components.includes('money');
  if (money && cents === undefined) refuse('resolution-case/amount-missing', 'Say how much money is offered.', 'cents');
  if (!money && cents !== undefined)
    refuse('resolution-case/amount-without-money', 'An amount belongs to an offer of money.', 'cents');
  if (validUntil <= at) refuse('resolution-case/valid-until-past', 'An offer is valid for some time.', 'validUntil');
};

const told = ({ offer, components, cents, terms, releaseRequired, validUntil }: MakeOffer['data']) => ({
  offer,
  components,
  ...(cents !== undefined && { amount: { cents } }),
  terms: secret(terms),
  releaseRequired,
  validUntil,
});

const make: Rule<MakeOffer> = (data, resolutionCase) => {
  const before = offering(data, resolutionCase);
  if (data.offer === before.offers.current?.offer)
    return refuse('resolution-case/offer-not-new', 'An offer that is made anew is another offer.');
  checkTerms(data, before);
  const { safetyEventId } = before;
  return [{ type: 'OfferMade', data: { safetyEventId, ...told(data), madeAt: data.at, madeBy: data.by } }];
};

/** Worked over, an offer is off the table: talks go on until one is made anew. */
const revise: Rule<ReviseOffer> = (data, resolutionCase) => {
  const { before } = onTable(data, resolutionCase);
  checkTerms(data, before);
  const { safetyEventId } = before;
  return [{ type: 'OfferRevised', data: { safetyEventId, ...told(data), revisedAt: data.at, revisedBy: data.by } }];
};

/** Offers, their answers and what is paid (domain.md 8.8, INV-25). */
export type OffersCommand = AdviseOfCounsel | MakeOffer | ReviseOffer | OfferAnswerCommand | PaymentCommand;

export const offersRules: Rules<OffersCommand> = {
  AdviseOfCounsel: advise,
  MakeOffer: make,
  ReviseOffer: revise,
  ...offerAnswerRules,
  ...paymentRules,
};
