import { Command } from '@nestjs/cqrs';
import type { Envelope, Receipt } from '#kernel/ledger';
import type { PersonCommand } from '../../person/person.decider.js';

/** Take a role from a person. */
export class WithdrawRole extends Command<Receipt> {
  constructor(
    readonly data: Extract<PersonCommand, { type: 'WithdrawRole' }>['data'],
    readonly envelope: Envelope,
  ) {
    super();
  }
}
