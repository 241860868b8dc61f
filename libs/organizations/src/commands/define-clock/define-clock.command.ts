import { Command } from '@nestjs/cqrs';
import type { Envelope, Receipt } from '#kernel/ledger';
import type { ClockPolicyCommand } from '../../clock-policy/clock-policy.decider.js';

type Data = Omit<Extract<ClockPolicyCommand, { type: 'DefineClock' }>['data'], 'standsStill' | 'by'>;

/** Say how one kind of clock runs in an organization from now on. */
export class DefineClock extends Command<Receipt> {
  constructor(
    readonly data: Data,
    readonly envelope: Envelope,
  ) {
    super();
  }
}
