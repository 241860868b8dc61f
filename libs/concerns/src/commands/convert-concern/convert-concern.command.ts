import { Command } from '@nestjs/cqrs';
import type { Envelope, Receipt } from '#kernel/ledger';
import type { ConcernCommand } from '../../concern/concern.decider.js';

type Data = Omit<Extract<ConcernCommand, { type: 'ConvertConcern' }>['data'], 'safetyEventId' | 'at' | 'by' | 'role'>;

/** Report a safety event of a concern; the concern stays open until its submitter is answered. */
export class ConvertConcern extends Command<Receipt> {
  constructor(
    readonly id: string,
    readonly data: Data,
    readonly envelope: Envelope,
  ) {
    super();
  }
}
