import { Command } from '@nestjs/cqrs';
import type { Envelope, Receipt } from '#kernel/ledger';
import type { PersonCommand } from '../../person/person.decider.js';

/** Register a person who works here, under the id given. */
export class RegisterPerson extends Command<Receipt> {
  constructor(
    readonly personId: string,
    readonly data: Extract<PersonCommand, { type: 'RegisterPerson' }>['data'],
    readonly envelope: Envelope,
  ) {
    super();
  }
}
