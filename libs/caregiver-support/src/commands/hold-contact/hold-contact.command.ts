import { Command } from '@nestjs/cqrs';
import type { Envelope, Receipt } from '#kernel/ledger';

/** Record that they met: when, and nothing of it. */
export class HoldSupportContact extends Command<Receipt> {
  constructor(
    readonly id: string,
    readonly envelope: Envelope,
  ) {
    super();
  }
}
