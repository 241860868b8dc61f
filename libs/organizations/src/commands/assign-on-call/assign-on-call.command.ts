import { Command } from '@nestjs/cqrs';
import type { Envelope, Receipt } from '#kernel/ledger';
import type { OnCallCommand } from '../../on-call/on-call.decider.js';

/** Put somebody on call for a duty. */
export class AssignOnCall extends Command<Receipt> {
  constructor(
    readonly data: Extract<OnCallCommand, { type: 'AssignOnCall' }>['data'],
    readonly envelope: Envelope,
  ) {
    super();
  }
}
