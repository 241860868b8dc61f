import { Command } from '@nestjs/cqrs';
import type { Envelope, Receipt } from '#kernel/ledger';
import type { FactsCommand } from '../../facts/facts.rules.js';

type Data = Omit<Extract<FactsCommand, { type: 'WithdrawClearance' }>['data'], 'by' | 'safetyEventId'>;

/** Clear a fact no longer. */
export class WithdrawClearance extends Command<Receipt> {
  constructor(
    readonly id: string,
    readonly data: Data,
    readonly envelope: Envelope,
  ) {
    super();
  }
}
