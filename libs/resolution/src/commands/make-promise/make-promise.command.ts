import { Command } from '@nestjs/cqrs';
import type { PartReceipt } from '#kernel/http';
import type { Envelope } from '#kernel/ledger';
import type { ResolutionCaseCommand } from '../../resolution-case/resolution-case.decider.js';

type Promise = Extract<ResolutionCaseCommand, { type: 'MakePromise' }>['data'];
type Data = Omit<Promise, 'at' | 'by' | 'owner' | 'promise' | 'role'> & Partial<Pick<Promise, 'owner'>>;

/** Record what the patient or family was promised. */
export class MakePromise extends Command<PartReceipt> {
  constructor(
    readonly id: string,
    readonly data: Data,
    readonly envelope: Envelope,
  ) {
    super();
  }
}
