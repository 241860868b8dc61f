import { Command } from '@nestjs/cqrs';
import type { Envelope, Receipt } from '#kernel/ledger';
import type { SafetyEventCommand } from '../../safety-event/safety-event.decider.js';

type Data = Omit<
  Extract<SafetyEventCommand, { type: 'MergeSafetyEvents' }>['data'],
  'itself' | 'into' | 'patients' | 'by'
>;

/** Merge a report into an earlier one of the same. */
export class MergeSafetyEvents extends Command<Receipt> {
  constructor(
    readonly id: string,
    readonly data: Data,
    readonly envelope: Envelope,
  ) {
    super();
  }
}
