import { Command } from '@nestjs/cqrs';
import type { AttachmentReceipt } from '#kernel/attachments';
import type { Envelope } from '#kernel/ledger';

/** Attach a file to a concern. `own`: only to one that the actor entered, or has. */
export class AttachConcernFile extends Command<AttachmentReceipt> {
  constructor(
    readonly id: string,
    readonly file: { readonly name: string; readonly bytes: Buffer },
    readonly reach: 'own' | 'all',
    readonly envelope: Envelope,
  ) {
    super();
  }
}
