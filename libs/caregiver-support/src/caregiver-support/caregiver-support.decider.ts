import { type Decider, type DomainCommand, type Instant, refuse, secret, unreachable } from '#kernel/core';
import { type Ending, type Relation, TIERS, type Tier } from './caregiver-support.codes.js';
import type { CaregiverSupportFact } from './caregiver-support.events.js';
import { type CaregiverSupport, supportAfter } from './caregiver-support.state.js';
import { type Giving, isTheirs } from './giving.rules.js';

/** Support is owed to somebody; what names them comes from the handler, who holds the key. */
export type OweCaregiverSupport = DomainCommand<
  'OweCaregiverSupport',
  { safetyEventId: string; staff: string; staffHash: string; relation: Relation; identifiedAt: Instant }
>;
export type OfferCaregiverSupport = DomainCommand<'OfferCaregiverSupport', { tier: Tier; at: Instant } & Giving>;
export type AcceptCaregiverSupport = DomainCommand<'AcceptCaregiverSupport', { at: Instant } & Giving>;
export type DeclineCaregiverSupport = DomainCommand<'DeclineCaregiverSupport', { at: Instant } & Giving>;
export type HoldSupportContact = DomainCommand<'HoldSupportContact', { at: Instant } & Giving>;
export type EndCaregiverSupport = DomainCommand<'EndCaregiverSupport', { reason: Ending; at: Instant } & Giving>;

export type CaregiverSupportCommand =
  | OweCaregiverSupport
  | OfferCaregiverSupport
  | AcceptCaregiverSupport
  | DeclineCaregiverSupport
  | HoldSupportContact
  | EndCaregiverSupport;

type Facts = readonly CaregiverSupportFact[];

const owe = ({ staff, ...data }: OweCaregiverSupport['data'], support: CaregiverSupport): Facts =>
  support.status === 'none' ? [{ type: 'CaregiverSupportOwed', data: { ...data, staff: secret(staff) } }] : [];

/** Support that whoever acts gives or may take over; somebody else’s reads like none (domain.md 7.8: own contacts). */
const theirs = (giving: Giving, support: CaregiverSupport) =>
  support.status === 'none' || !isTheirs(support, giving)
    ? refuse('caregiver-support/not-found', 'There is no such support.')
    : support;

/** It may be offered again, also after a refusal or an ending. While it goes on it goes to somebody nearer no more. */
const offer = (data: OfferCaregiverSupport['data'], before: CaregiverSupport): Facts => {
  const { tier, at, by } = data;
  const support = theirs(data, before);
  if (support.status === 'ended' && support.reason === 'entered_in_error')
    return refuse('caregiver-support/entered-in-error', 'This record was entered in error: nothing follows from it.');
  if ('tier' in support && TIERS.indexOf(tier) < TIERS.indexOf(support.tier))
    return refuse('caregiver-support/lower-tier', 'Support of a higher tier was offered already.', 'tier');
  const { safetyEventId } = support;
  return [{ type: 'CaregiverSupportOffered', data: { safetyEventId, tier, offeredAt: at, offeredBy: by } }];
};

/** An offer that is answered: an answer may be changed, and comes after its offer. */
const answerable = (data: AcceptCaregiverSupport['data'], before: CaregiverSupport) => {
  const support = theirs(data, before);
  if (!('tier' in support)) return refuse('caregiver-support/no-offer', 'Nothing is offered that could be answered.');
  if (data.at < support.offeredAt)
    return refuse('caregiver-support/before-offer', 'An answer does not come before its offer.', 'occurredAt');
  return support;
};

const accept = (data: AcceptCaregiverSupport['data'], before: CaregiverSupport): Facts => {
  const { status, safetyEventId, tier } = answerable(data, before);
  if (status === 'accepted') return [];
  return [{ type: 'CaregiverSupportAccepted', data: { safetyEventId, tier, acceptedAt: data.at } }];
};

const decline = (data: DeclineCaregiverSupport['data'], before: CaregiverSupport): Facts => {
  const { status, safetyEventId, tier } = answerable(data, before);
  if (status === 'declined') return [];
  return [{ type: 'CaregiverSupportDeclined', data: { safetyEventId, tier, declinedAt: data.at } }];
};

const contact = (data: HoldSupportContact['data'], before: CaregiverSupport): Facts => {
  const support = theirs(data, before);
  if (!('tier' in support && support.taken))
    return refuse('caregiver-support/not-accepted', 'They have not taken up support that they were offered.');
  const { safetyEventId } = support;
  return [{ type: 'CaregiverSupportContactHeld', data: { safetyEventId, heldAt: data.at } }];
};

const end = (data: EndCaregiverSupport['data'], before: CaregiverSupport): Facts => {
  const { reason, at } = data;
  const support = theirs(data, before);
  if (support.status === 'ended') return refuse('caregiver-support/ended', 'This support has ended already.');
  if (support.status === 'owed' && reason !== 'entered_in_error')
    return refuse('caregiver-support/never-offered', 'Support that was never offered has not ended.', 'reason');
  const { safetyEventId } = support;
  return [{ type: 'CaregiverSupportEnded', data: { safetyEventId, reason, endedAt: at } }];
};

const decide = (command: CaregiverSupportCommand, support: CaregiverSupport): Facts => {
  switch (command.type) {
    case 'OweCaregiverSupport':
      return owe(command.data, support);
    case 'OfferCaregiverSupport':
      return offer(command.data, support);
    case 'AcceptCaregiverSupport':
      return accept(command.data, support);
    case 'DeclineCaregiverSupport':
      return decline(command.data, support);
    case 'HoldSupportContact':
      return contact(command.data, support);
    case 'EndCaregiverSupport':
      return end(command.data, support);
    default:
      return unreachable(command);
  }
};

/** The rules of caregiver support (domain.md 1.1, 8.8): owed, offered as often as it takes, answered, ended. */
export const caregiverSupportDecider: Decider<CaregiverSupport, CaregiverSupportCommand, CaregiverSupportFact> = {
  category: 'caregiver-support',
  initialState: { status: 'none' },
  decide,
  evolve: supportAfter,
};
