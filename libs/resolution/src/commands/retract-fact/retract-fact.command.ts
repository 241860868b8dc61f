import { Command } from '@nestjs/cqrs';
import type { Envelope, Receipt } from '#kernel/ledger';
import type { FactsCommand } from '../../facts/facts.rules.js';

type Data = Omit<Extract<FactsCommand, { type: 'RetractFact' }>['data'], 'by' | 'safetyEventId'>;

/** Keep a fact no longer. */
export class RetractFact extends Command<Receipt> {
  constructor(
    readonly id: string,
    readonly data: Data,
    readonly envelope: Envelope,
  ) {
    super();
  }
}
