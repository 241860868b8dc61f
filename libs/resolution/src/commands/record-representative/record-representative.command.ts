import { Command } from '@nestjs/cqrs';
import type { PartReceipt } from '#kernel/http';
import type { Envelope } from '#kernel/ledger';
import type { ResolutionCaseCommand } from '../../resolution-case/resolution-case.decider.js';

type Data = Omit<
  Extract<ResolutionCaseCommand, { type: 'RecordRepresentative' }>['data'],
  'newPerson' | 'at' | 'by' | 'role'
>;

/** Record somebody who decides for the patient or is involved in their care, or what is known now of one recorded before. */
export class RecordRepresentative extends Command<PartReceipt> {
  constructor(
    readonly id: string,
    readonly data: Data,
    readonly envelope: Envelope,
  ) {
    super();
  }
}
