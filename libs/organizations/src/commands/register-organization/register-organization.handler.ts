import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Placements, type Receipt, Streams } from '#kernel/ledger';
import { organizationDecider } from '../../organization/organization.decider.js';
import { RegisterOrganization } from './register-organization.command.js';

@CommandHandler(RegisterOrganization)
export class RegisterOrganizationHandler implements ICommandHandler<RegisterOrganization> {
  constructor(
    private readonly streams: Streams,
    private readonly placements: Placements,
  ) {}

  async execute({ data, envelope }: RegisterOrganization): Promise<Receipt> {
    await this.placements.place(envelope.org);
    return this.streams.decide(organizationDecider, envelope.org, { type: 'RegisterOrganization', data }, envelope);
  }
}
