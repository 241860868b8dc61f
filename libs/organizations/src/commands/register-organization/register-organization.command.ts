import { Command } from '@nestjs/cqrs';
import type { Envelope, Receipt } from '#kernel/ledger';
import type { OrganizationCommand } from '../../organization/organization.decider.js';

/** Register the organization that the envelope names; its stream's id is its own. */
export class RegisterOrganization extends Command<Receipt> {
  constructor(
    readonly data: Extract<OrganizationCommand, { type: 'RegisterOrganization' }>['data'],
    readonly envelope: Envelope,
  ) {
    super();
  }
}
