import { Command } from '@nestjs/cqrs';
import type { Envelope, Receipt } from '#kernel/ledger';
import type { OrganizationCommand } from '../../organization/organization.decider.js';

/** Open a facility of the organization that the envelope names. */
export class OpenFacility extends Command<Receipt> {
  constructor(
    readonly data: Extract<OrganizationCommand, { type: 'OpenFacility' }>['data'],
    readonly envelope: Envelope,
  ) {
    super();
  }
}
