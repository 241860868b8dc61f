import { Command } from '@nestjs/cqrs';
import type { Envelope, Receipt } from '#kernel/ledger';
import type { ToldConversation } from '../../resolution-case/conversation.telling.js';

/** Record the first conversation with the patient or who stands for them. */
export class HoldInitialDisclosure extends Command<Receipt> {
  constructor(
    readonly id: string,
    readonly data: ToldConversation,
    readonly envelope: Envelope,
  ) {
    super();
  }
}
