import { Command } from '@nestjs/cqrs';
import type { Envelope, Receipt } from '#kernel/ledger';
import type { CaregiverSupportCommand } from '../../caregiver-support/caregiver-support.decider.js';

type Data = Omit<Extract<CaregiverSupportCommand, { type: 'OweCaregiverSupport' }>['data'], 'staffHash'>;

/** An automation notes that support is owed to somebody who was involved. */
export class OweCaregiverSupport extends Command<Receipt> {
  constructor(
    readonly data: Data,
    readonly envelope: Envelope,
  ) {
    super();
  }
}
