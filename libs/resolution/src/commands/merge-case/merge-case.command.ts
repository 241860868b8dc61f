import { Command } from '@nestjs/cqrs';
import type { Envelope, Receipt } from '#kernel/ledger';
import type { ResolutionCaseCommand } from '../../resolution-case/resolution-case.decider.js';

type Data = Omit<
  Extract<ResolutionCaseCommand, { type: 'MergeCase' }>['data'],
  'itself' | 'other' | 'pack' | 'patients' | 'at' | 'by' | 'role'
>;

/** Let a case go on in another one of the same patient. */
export class MergeCase extends Command<Receipt> {
  constructor(
    readonly id: string,
    readonly data: Data,
    readonly envelope: Envelope,
  ) {
    super();
  }
}
