import { Command } from '@nestjs/cqrs';
import type { Envelope, Receipt } from '#kernel/ledger';
import type { FactsCommand } from '../../facts/facts.rules.js';

type Data = Omit<Extract<FactsCommand, { type: 'ClearFact' }>['data'], 'by' | 'at' | 'safetyEventId'>;

/** Clear a kept fact for sharing, in these words. */
export class ClearFact extends Command<Receipt> {
  constructor(
    readonly id: string,
    readonly data: Data,
    readonly envelope: Envelope,
  ) {
    super();
  }
}
