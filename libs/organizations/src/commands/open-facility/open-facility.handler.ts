import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Receipt, Streams } from '#kernel/ledger';
import { organizationDecider } from '../../organization/organization.decider.js';
import { OpenFacility } from './open-facility.command.js';

@CommandHandler(OpenFacility)
export class OpenFacilityHandler implements ICommandHandler<OpenFacility> {
  constructor(private readonly streams: Streams) {}

  execute({ data, envelope }: OpenFacility): Promise<Receipt> {
    return this.streams.decide(organizationDecider, envelope.org, { type: 'OpenFacility', data }, envelope);
  }
}
