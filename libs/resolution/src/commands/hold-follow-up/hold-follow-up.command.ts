import { Command } from '@nestjs/cqrs';
import type { PartReceipt } from '#kernel/http';
import type { Envelope } from '#kernel/ledger';
import type { ToldConversation } from '../../resolution-case/conversation.telling.js';

/** Record a conversation after the first. */
export class HoldFollowUp extends Command<PartReceipt> {
  constructor(
    readonly id: string,
    readonly data: ToldConversation,
    readonly envelope: Envelope,
  ) {
    super();
  }
}
