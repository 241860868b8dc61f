import { Command } from '@nestjs/cqrs';
import type { Envelope, Receipt } from '#kernel/ledger';
import type { DeadlineChange } from '../deadline/changes.rules.js';

/** A change without what the handler knows: when, and by whom. */
type Told<C> = C extends DeadlineChange
  ? { readonly type: C['type']; readonly data: Omit<C['data'], 'at' | 'by'> }
  : never;
export type ToldChange = Told<DeadlineChange>;

/** Do something with a deadline: pause, resume, extend, waive, claim or assign it. */
export class ChangeDeadline extends Command<Receipt> {
  constructor(
    /** The stream that it rides on, `<category>-<uuid>`. */
    readonly stream: string,
    readonly change: ToldChange,
    readonly envelope: Envelope,
  ) {
    super();
  }
}
