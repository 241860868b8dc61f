import { Command } from '@nestjs/cqrs';
import type { Envelope, Receipt } from '#kernel/ledger';
import type { ResolutionCaseCommand } from '../../resolution-case/resolution-case.decider.js';

type Data = Omit<Extract<ResolutionCaseCommand, { type: 'RecordNoInsurer' }>['data'], 'at' | 'by' | 'role'>;

/** Record that there is no insurer to refer to. */
export class RecordNoInsurer extends Command<Receipt> {
  constructor(
    readonly id: string,
    readonly data: Data,
    readonly envelope: Envelope,
  ) {
    super();
  }
}
