import { Command } from '@nestjs/cqrs';
import type { Envelope, Receipt } from '#kernel/ledger';
import type { ResolutionCaseCommand } from '../../resolution-case/resolution-case.decider.js';

type Data = Extract<ResolutionCaseCommand, { type: 'NoteInvolvedStaff' }>['data'];

/** An automation tells a case who was involved in its harm. */
export class NoteInvolvedStaff extends Command<Receipt> {
  constructor(
    readonly id: string,
    readonly data: Data,
    readonly envelope: Envelope,
  ) {
    super();
  }
}
