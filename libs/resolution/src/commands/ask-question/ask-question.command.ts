import { Command } from '@nestjs/cqrs';
import type { PartReceipt } from '#kernel/http';
import type { Envelope } from '#kernel/ledger';
import type { ResolutionCaseCommand } from '../../resolution-case/resolution-case.decider.js';

type Data = Omit<Extract<ResolutionCaseCommand, { type: 'AskQuestion' }>['data'], 'at' | 'by' | 'question' | 'role'>;

/** Record what the patient or family asks. */
export class AskQuestion extends Command<PartReceipt> {
  constructor(
    readonly id: string,
    readonly data: Data,
    readonly envelope: Envelope,
  ) {
    super();
  }
}
