import { Command } from '@nestjs/cqrs';
import type { Envelope, Receipt } from '#kernel/ledger';
import type { Duty } from '../../on-call/on-call.events.js';

/** Take a shift off the roster of a duty. */
export class ReleaseOnCall extends Command<Receipt> {
  constructor(
    readonly duty: Duty,
    readonly data: { readonly shiftId: string; readonly by: string },
    readonly envelope: Envelope,
  ) {
    super();
  }
}
