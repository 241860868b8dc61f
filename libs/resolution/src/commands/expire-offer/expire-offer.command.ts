import { Command } from '@nestjs/cqrs';
import type { Envelope, Receipt } from '#kernel/ledger';

/** An automation ends an offer whose time is over. */
export class ExpireOffer extends Command<Receipt> {
  constructor(
    readonly id: string,
    readonly envelope: Envelope,
  ) {
    super();
  }
}
