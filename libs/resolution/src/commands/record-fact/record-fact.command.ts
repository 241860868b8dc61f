import { Command } from '@nestjs/cqrs';
import type { PartReceipt } from '#kernel/http';
import type { Envelope } from '#kernel/ledger';
import type { FactsCommand } from '../../facts/facts.rules.js';

type Data = Omit<Extract<FactsCommand, { type: 'RecordFact' }>['data'], 'by' | 'entry' | 'safetyEventId'>;

/** Keep a fact that conversations and letters may draw on. */
export class RecordFact extends Command<PartReceipt> {
  constructor(
    readonly id: string,
    readonly data: Data,
    readonly envelope: Envelope,
  ) {
    super();
  }
}
