import { type Decider, type DomainCommand, type Instant, refuse, secret, unreachable } from '#kernel/core';
import { type Ending, type Relation, TIERS, type Tier } from './caregiver-support.codes.js';
import type { CaregiverSupportFact } from './caregiver-support.events.js';

/** Support is owed to somebody; what names them comes from the handler, who holds the key. */
export type OweCaregiverSupport = DomainCommand<
  'OweCaregiverSupport',
  { safetyEventId: string; staff: string; staffHash: string; relation: Relation; identifiedAt: Instant }
>;
export type OfferCaregiverSupport = DomainCommand<'OfferCaregiverSupport', { tier: Tier; at: Instant; by: string }>;
export type AcceptCaregiverSupport = DomainCommand<'AcceptCaregiverSupport', { at: Instant }>;
export type DeclineCaregiverSupport = DomainCommand<'DeclineCaregiverSupport', { at: Instant }>;
export type HoldSupportContact = DomainCommand<'HoldSupportContact', { at: Instant }>;
export type EndCaregiverSupport = DomainCommand<'EndCaregiverSupport', { reason: Ending; at: Instant }>;

export type CaregiverSupportCommand =
  | OweCaregiverSupport
  | OfferCaregiverSupport
  | AcceptCaregiverSupport
  | DeclineCaregiverSupport
  | HoldSupportContact
  | EndCaregiverSupport;

/** What the last offer was, and whether any was taken up. */
interface Offer {
  readonly tier: Tier;
  readonly offeredAt: Instant;
  readonly taken: boolean;
}

interface Known {
  readonly safetyEventId: string;
}

/** The support of one person who was involved in one safety event, as far as its rules need it. */
export type CaregiverSupport =
  | { readonly status: 'none' }
  | (Known & { readonly status: 'owed' })
  | (Known & Offer & { readonly status: 'offered' | 'accepted' | 'declined' })
  | (Known & { readonly status: 'ended'; readonly reason: Ending });

type Facts = readonly CaregiverSupportFact[];

const owe = ({ staff, ...data }: OweCaregiverSupport['data'], support: CaregiverSupport): Facts =>
  support.status === 'none' ? [{ type: 'CaregiverSupportOwed', data: { ...data, staff: secret(staff) } }] : [];

const there = <S extends CaregiverSupport>(support: S): Exclude<S, { status: 'none' }> =>
  support.status === 'none'
    ? refuse('caregiver-support/not-found', 'There is no such support.')
    : (support as Exclude<S, { status: 'none' }>);

/** It may be offered again, also after a refusal or an ending. While it goes on it goes to somebody nearer no more. */
const offer = ({ tier, at, by }: OfferCaregiverSupport['data'], before: CaregiverSupport): Facts => {
  const support = there(before);
  if (support.status === 'ended' && support.reason === 'entered_in_error')
    return refuse('caregiver-support/entered-in-error', 'This record was entered in error: nothing follows from it.');
  if ('tier' in support && TIERS.indexOf(tier) < TIERS.indexOf(support.tier))
    return refuse('caregiver-support/lower-tier', 'Support of a higher tier was offered already.', 'tier');
  const { safetyEventId } = support;
  return [{ type: 'CaregiverSupportOffered', data: { safetyEventId, tier, offeredAt: at, offeredBy: by } }];
};

/** An offer that is answered: an answer may be changed, and comes after its offer. */
const answerable = (before: CaregiverSupport, at: Instant) => {
  const support = there(before);
  if (!('tier' in support)) return refuse('caregiver-support/no-offer', 'Nothing is offered that could be answered.');
  if (at < support.offeredAt)
    return refuse('caregiver-support/before-offer', 'An answer does not come before its offer.', 'occurredAt');
  return support;
};

const accept = ({ at }: AcceptCaregiverSupport['data'], before: CaregiverSupport): Facts => {
  const { status, safetyEventId, tier } = answerable(before, at);
  if (status === 'accepted') return [];
  return [{ type: 'CaregiverSupportAccepted', data: { safetyEventId, tier, acceptedAt: at } }];
};

const decline = ({ at }: DeclineCaregiverSupport['data'], before: CaregiverSupport): Facts => {
  const { status, safetyEventId, tier } = answerable(before, at);
  if (status === 'declined') return [];
  return [{ type: 'CaregiverSupportDeclined', data: { safetyEventId, tier, declinedAt: at } }];
};

const contact = ({ at }: HoldSupportContact['data'], before: CaregiverSupport): Facts => {
  const support = there(before);
  if (!('tier' in support && support.taken))
    return refuse('caregiver-support/not-accepted', 'They have not taken up support that they were offered.');
  const { safetyEventId } = support;
  return [{ type: 'CaregiverSupportContactHeld', data: { safetyEventId, heldAt: at } }];
};

const end = ({ reason, at }: EndCaregiverSupport['data'], before: CaregiverSupport): Facts => {
  const support = there(before);
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

const evolve = (support: CaregiverSupport, { type, data }: CaregiverSupportFact): CaregiverSupport => {
  const { safetyEventId } = data;
  switch (type) {
    case 'CaregiverSupportOwed':
      return { status: 'owed', safetyEventId };
    case 'CaregiverSupportOffered':
      return {
        status: 'offered',
        safetyEventId,
        tier: data.tier,
        offeredAt: data.offeredAt,
        taken: 'tier' in support && support.taken,
      };
    case 'CaregiverSupportAccepted':
      return 'tier' in support ? { ...support, status: 'accepted', taken: true } : support;
    case 'CaregiverSupportDeclined':
      return 'tier' in support ? { ...support, status: 'declined' } : support;
    case 'CaregiverSupportContactHeld':
      return support;
    case 'CaregiverSupportEnded':
      return { status: 'ended', safetyEventId, reason: data.reason };
    default:
      return unreachable(type);
  }
};

/** The rules of caregiver support (domain.md 1.1, 8.8): owed, offered as often as it takes, answered, ended. */
export const caregiverSupportDecider: Decider<CaregiverSupport, CaregiverSupportCommand, CaregiverSupportFact> = {
  category: 'caregiver-support',
  initialState: { status: 'none' },
  decide,
  evolve,
};
