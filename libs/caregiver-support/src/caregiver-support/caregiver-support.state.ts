import { type Instant, unreachable } from '#kernel/core';
import type { Ending, Tier } from './caregiver-support.codes.js';
import type { CaregiverSupportFact } from './caregiver-support.events.js';

/** What the last offer was, and whether any was taken up. */
interface Offer {
  readonly tier: Tier;
  readonly offeredAt: Instant;
  readonly taken: boolean;
}

interface Known {
  readonly safetyEventId: string;
  /** Who offered it last; nobody, once they handed it on. */
  readonly supporter?: string;
}

/** The support of one person who was involved in one safety event, as far as its rules need it. */
export type CaregiverSupport =
  | { readonly status: 'none' }
  | (Known & { readonly status: 'owed' })
  | (Known & Offer & { readonly status: 'offered' | 'accepted' | 'declined' })
  | (Known & { readonly status: 'ended'; readonly reason: Ending });

/** What the rules remember after a fact. */
export const supportAfter = (support: CaregiverSupport, { type, data }: CaregiverSupportFact): CaregiverSupport => {
  const { safetyEventId } = data;
  switch (type) {
    case 'CaregiverSupportOwed':
      return { status: 'owed', safetyEventId };
    case 'CaregiverSupportOffered':
      return {
        status: 'offered',
        safetyEventId,
        supporter: data.offeredBy,
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
      return {
        status: 'ended',
        safetyEventId,
        reason: data.reason,
        ...(data.reason !== 'handed_on' && 'supporter' in support && { supporter: support.supporter }),
      };
    default:
      return unreachable(type);
  }
};
