import { Command } from '@nestjs/cqrs';
import type { Envelope, Receipt } from '#kernel/ledger';
import type { CaregiverSupportCommand } from '../../caregiver-support/caregiver-support.decider.js';
import type { Giving } from '../../caregiver-support/giving.rules.js';

type Data = Omit<Extract<CaregiverSupportCommand, { type: 'OfferCaregiverSupport' }>['data'], 'at' | keyof Giving>;

/** Offer somebody support; again, or by somebody further away, if need be. */
export class OfferCaregiverSupport extends Command<Receipt> {
  constructor(
    readonly id: string,
    readonly data: Data,
    readonly envelope: Envelope,
  ) {
    super();
  }
}
