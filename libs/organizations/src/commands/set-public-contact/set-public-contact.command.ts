import { Command } from '@nestjs/cqrs';
import type { Envelope, Receipt } from '#kernel/ledger';
import type { OrganizationCommand } from '../../organization/organization.decider.js';

/** Say how the public reaches a facility of the organization that the envelope names. */
export class SetPublicContact extends Command<Receipt> {
  constructor(
    readonly data: Extract<OrganizationCommand, { type: 'SetPublicContact' }>['data'],
    readonly envelope: Envelope,
  ) {
    super();
  }
}
