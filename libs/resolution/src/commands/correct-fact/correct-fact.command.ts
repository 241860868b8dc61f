import { Command } from '@nestjs/cqrs';
import type { Envelope, Receipt } from '#kernel/ledger';
import type { FactsCommand } from '../../facts/facts.rules.js';

type Data = Omit<Extract<FactsCommand, { type: 'CorrectFact' }>['data'], 'by' | 'safetyEventId'>;

/** Correct a kept fact: it has to be cleared anew. */
export class CorrectFact extends Command<Receipt> {
  constructor(
    readonly id: string,
    readonly data: Data,
    readonly envelope: Envelope,
  ) {
    super();
  }
}
