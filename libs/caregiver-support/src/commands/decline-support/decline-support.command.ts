import { Command } from '@nestjs/cqrs';
import type { Envelope, Receipt } from '#kernel/ledger';

/** Record that somebody did not want the support that they were offered. */
export class DeclineCaregiverSupport extends Command<Receipt> {
  constructor(
    readonly id: string,
    readonly envelope: Envelope,
  ) {
    super();
  }
}
