import { Command } from '@nestjs/cqrs';
import type { Envelope, Receipt } from '#kernel/ledger';
import type { Asked } from '../../figures/asked.js';

/** Freeze the figures of a measure as they are now, under the id given. */
export class TakeSnapshot extends Command<Receipt> {
  constructor(
    readonly id: string,
    readonly asked: Asked,
    /** Publish it as provisional, if that is what it is. */
    readonly provisional: boolean,
    readonly envelope: Envelope,
  ) {
    super();
  }
}
