import { Command } from '@nestjs/cqrs';
import type { AttachmentReceipt } from '#kernel/attachments';
import type { Envelope } from '#kernel/ledger';

/** Whose concerns somebody may attach to: any, those that they entered or have, or the one that their code is of. */
export type Reach = 'all' | 'own' | { readonly codeHash: string };

/** Attach a file to a concern. */
export class AttachConcernFile extends Command<AttachmentReceipt> {
  constructor(
    readonly id: string,
    readonly file: { readonly name: string; readonly bytes: Buffer },
    readonly reach: Reach,
    readonly envelope: Envelope,
  ) {
    super();
  }
}
