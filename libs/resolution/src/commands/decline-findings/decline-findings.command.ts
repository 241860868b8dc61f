import { Command } from '@nestjs/cqrs';
import type { Envelope, Receipt } from '#kernel/ledger';
import type { ResolutionCaseCommand } from '../../resolution-case/resolution-case.decider.js';

type Data = Omit<Extract<ResolutionCaseCommand, { type: 'DeclineFindings' }>['data'], 'at' | 'by' | 'role'>;

/** Record that they would rather not hear the findings. */
export class DeclineFindings extends Command<Receipt> {
  constructor(
    readonly id: string,
    readonly data: Data,
    readonly envelope: Envelope,
  ) {
    super();
  }
}
