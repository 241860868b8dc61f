import { Command } from '@nestjs/cqrs';
import type { Envelope, Receipt } from '#kernel/ledger';
import type { PersonCommand } from '../../person/person.decider.js';

/** Say where a person is reached. */
export class ChangeContacts extends Command<Receipt> {
  constructor(
    readonly personId: string,
    readonly data: Extract<PersonCommand, { type: 'ChangeContacts' }>['data'],
    readonly envelope: Envelope,
  ) {
    super();
  }
}
