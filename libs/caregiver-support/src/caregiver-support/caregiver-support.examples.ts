import { secret } from '#kernel/core';
import type { Ending, Tier } from './caregiver-support.codes.js';
import type { CaregiverSupportCommand } from './caregiver-support.decider.js';
import type { CaregiverSupportFact } from './caregiver-support.events.js';

/** Omar, a nurse, was with Ana Ruiz when she fell; Sam offers him support, which he takes up the second time. */
export const omar = '0192a000-0000-7000-8000-000000000031';
export const sam = '0192a000-0000-7000-8000-000000000032';
export const kim = '0192a000-0000-7000-8000-000000000033';
export const fall = '0192a000-0000-7000-8000-000000000101';
export const identifiedAt = '2026-03-02T09:10:00.000Z';
export const offeredAt = '2026-03-02T11:00:00.000Z';
export const answeredAt = '2026-03-02T12:00:00.000Z';

const bySam = { by: sam, present: [sam] } as const;

type Command<T extends CaregiverSupportCommand['type']> = Extract<CaregiverSupportCommand, { type: T }>;
type Fact<T extends CaregiverSupportFact['type']> = Extract<CaregiverSupportFact, { type: T }>;

const on = { safetyEventId: fall } as const;
const known = { ...on, staffHash: 'a'.repeat(64), relation: 'employed', identifiedAt } as const;

export const owe: Command<'OweCaregiverSupport'> = { type: 'OweCaregiverSupport', data: { ...known, staff: omar } };
export const owed: Fact<'CaregiverSupportOwed'> = {
  type: 'CaregiverSupportOwed',
  data: { ...known, staff: secret(omar) },
};

export const offer = (tier: Tier = 'trained_peer'): Command<'OfferCaregiverSupport'> => ({
  type: 'OfferCaregiverSupport',
  data: { tier, at: offeredAt, ...bySam },
});
export const offered = (tier: Tier = 'trained_peer'): Fact<'CaregiverSupportOffered'> => ({
  type: 'CaregiverSupportOffered',
  data: { ...on, tier, offeredAt, offeredBy: sam },
});

export const accept: Command<'AcceptCaregiverSupport'> = {
  type: 'AcceptCaregiverSupport',
  data: { at: answeredAt, ...bySam },
};
export const accepted: Fact<'CaregiverSupportAccepted'> = {
  type: 'CaregiverSupportAccepted',
  data: { ...on, tier: 'trained_peer', acceptedAt: answeredAt },
};
export const decline: Command<'DeclineCaregiverSupport'> = {
  type: 'DeclineCaregiverSupport',
  data: { at: answeredAt, ...bySam },
};
export const declined: Fact<'CaregiverSupportDeclined'> = {
  type: 'CaregiverSupportDeclined',
  data: { ...on, tier: 'trained_peer', declinedAt: answeredAt },
};

export const meet: Command<'HoldSupportContact'> = { type: 'HoldSupportContact', data: { at: answeredAt, ...bySam } };
export const met: Fact<'CaregiverSupportContactHeld'> = {
  type: 'CaregiverSupportContactHeld',
  data: { ...on, heldAt: answeredAt },
};

export const end = (reason: Ending = 'finished'): Command<'EndCaregiverSupport'> => ({
  type: 'EndCaregiverSupport',
  data: { reason, at: answeredAt, ...bySam },
});
export const ended = (reason: Ending = 'finished'): Fact<'CaregiverSupportEnded'> => ({
  type: 'CaregiverSupportEnded',
  data: { ...on, reason, endedAt: answeredAt },
});
