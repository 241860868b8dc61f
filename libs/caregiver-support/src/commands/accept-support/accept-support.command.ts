import { Command } from '@nestjs/cqrs';
import type { Envelope, Receipt } from '#kernel/ledger';

/** Record that somebody took up the support that they were offered. */
export class AcceptCaregiverSupport extends Command<Receipt> {
  constructor(
    readonly id: string,
    readonly envelope: Envelope,
  ) {
    super();
  }
}
