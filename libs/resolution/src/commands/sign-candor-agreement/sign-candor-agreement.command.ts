import { Command } from '@nestjs/cqrs';
import type { Envelope, Receipt } from '#kernel/ledger';
import type { ResolutionCaseCommand } from '../../resolution-case/resolution-case.decider.js';

type Data = Omit<
  Extract<ResolutionCaseCommand, { type: 'SignCandorAgreement' }>['data'],
  'asked' | 'at' | 'by' | 'role'
>;

/** Record the written agreement to such a discussion. */
export class SignCandorAgreement extends Command<Receipt> {
  constructor(
    readonly id: string,
    readonly data: Data,
    readonly envelope: Envelope,
  ) {
    super();
  }
}
