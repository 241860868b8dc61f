import { Command } from '@nestjs/cqrs';
import type { Instant } from '#kernel/core';
import type { Envelope, Receipt } from '#kernel/ledger';

/** Pin to a case the policy pack that it goes by: of those adopted when its team was activated. */
export class PinPolicyPack extends Command<Receipt> {
  constructor(
    readonly id: string,
    /** When it was recorded that the team was activated: what is adopted later is for later cases. */
    readonly activatedAt: Instant,
    readonly envelope: Envelope,
  ) {
    super();
  }
}
