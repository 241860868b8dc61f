import { Command } from '@nestjs/cqrs';
import type { Envelope, Receipt } from '#kernel/ledger';
import type { ResolutionCaseCommand } from '../../resolution-case/resolution-case.decider.js';

type Data = Omit<Extract<ResolutionCaseCommand, { type: 'CloseCase' }>['data'], 'by' | 'role' | 'pack'>;

/** Close a resolved case. */
export class CloseCase extends Command<Receipt> {
  constructor(
    readonly id: string,
    readonly data: Data,
    readonly envelope: Envelope,
  ) {
    super();
  }
}
