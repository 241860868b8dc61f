import { Command } from '@nestjs/cqrs';
import type { Envelope, Receipt } from '#kernel/ledger';
import type { OrganizationCommand } from '../../organization/organization.decider.js';

/** Open a unit of a facility. */
export class OpenUnit extends Command<Receipt> {
  constructor(
    readonly data: Extract<OrganizationCommand, { type: 'OpenUnit' }>['data'],
    readonly envelope: Envelope,
  ) {
    super();
  }
}
