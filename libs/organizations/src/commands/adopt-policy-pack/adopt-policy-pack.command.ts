import { Command } from '@nestjs/cqrs';
import type { Envelope, Receipt } from '#kernel/ledger';

/** Go by the law of a jurisdiction, in the whole organization or in one facility. */
export class AdoptPolicyPack extends Command<Receipt> {
  constructor(
    readonly data: { readonly jurisdiction: string; readonly facilityId?: string },
    readonly envelope: Envelope,
  ) {
    super();
  }
}
