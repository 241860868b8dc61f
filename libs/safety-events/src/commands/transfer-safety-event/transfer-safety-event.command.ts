import { Command } from '@nestjs/cqrs';
import type { Envelope, Receipt } from '#kernel/ledger';
import type { SafetyEventCommand } from '../../safety-event/safety-event.decider.js';

type Data = Omit<Extract<SafetyEventCommand, { type: 'TransferSafetyEvent' }>['data'], 'at' | 'by'>;

/** Hand a confirmed safety event over to another organization, which has accepted it. */
export class TransferSafetyEvent extends Command<Receipt> {
  constructor(
    readonly id: string,
    readonly data: Data,
    readonly envelope: Envelope,
  ) {
    super();
  }
}
