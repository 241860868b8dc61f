import { Command } from '@nestjs/cqrs';
import type { Envelope, Receipt } from '#kernel/ledger';
import type { ResolutionCaseCommand } from '../../resolution-case/resolution-case.decider.js';

type Data = Omit<
  Extract<ResolutionCaseCommand, { type: 'SendStatutoryDisclosure' }>['data'],
  'at' | 'by' | 'pack' | 'role'
>;

/** Record the disclosure in writing that a statute asks for. */
export class SendStatutoryDisclosure extends Command<Receipt> {
  constructor(
    readonly id: string,
    readonly data: Data,
    readonly envelope: Envelope,
  ) {
    super();
  }
}
