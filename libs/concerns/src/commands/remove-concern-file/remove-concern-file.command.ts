import { Command } from '@nestjs/cqrs';
import type { RemovalReason } from '#kernel/attachments';
import type { Envelope, Receipt } from '#kernel/ledger';

/** Take a file away from a concern for good. */
export class RemoveConcernFile extends Command<Receipt> {
  constructor(
    readonly id: string,
    readonly attachmentId: string,
    readonly reason: RemovalReason,
    readonly envelope: Envelope,
  ) {
    super();
  }
}
