import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Receipt, Streams } from '#kernel/ledger';
import { organizationDecider } from '../../organization/organization.decider.js';
import { SetPublicContact } from './set-public-contact.command.js';

@CommandHandler(SetPublicContact)
export class SetPublicContactHandler implements ICommandHandler<SetPublicContact> {
  constructor(private readonly streams: Streams) {}

  execute({ data, envelope }: SetPublicContact): Promise<Receipt> {
    return this.streams.decide(organizationDecider, envelope.org, { type: 'SetPublicContact', data }, envelope);
  }
}
