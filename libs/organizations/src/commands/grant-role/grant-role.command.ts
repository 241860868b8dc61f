import { Command } from '@nestjs/cqrs';
import type { Envelope, Receipt } from '#kernel/ledger';
import type { PersonCommand } from '../../person/person.decider.js';

/** Give a person a role. */
export class GrantRole extends Command<Receipt> {
  constructor(
    readonly data: Extract<PersonCommand, { type: 'GrantRole' }>['data'],
    readonly envelope: Envelope,
  ) {
    super();
  }
}
