import { Command } from '@nestjs/cqrs';
import type { Envelope, Receipt } from '#kernel/ledger';
import type { ResolutionCaseCommand } from '../../resolution-case/resolution-case.decider.js';

type Data = Omit<Extract<ResolutionCaseCommand, { type: 'WithdrawOffer' }>['data'], 'at' | 'by' | 'role'>;

/** Take back an offer that nobody has answered. */
export class WithdrawOffer extends Command<Receipt> {
  constructor(
    readonly id: string,
    readonly data: Data,
    readonly envelope: Envelope,
  ) {
    super();
  }
}
