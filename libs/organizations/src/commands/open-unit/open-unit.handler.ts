import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Receipt, Streams } from '#kernel/ledger';
import { organizationDecider } from '../../organization/organization.decider.js';
import { OpenUnit } from './open-unit.command.js';

@CommandHandler(OpenUnit)
export class OpenUnitHandler implements ICommandHandler<OpenUnit> {
  constructor(private readonly streams: Streams) {}

  execute({ data, envelope }: OpenUnit): Promise<Receipt> {
    return this.streams.decide(organizationDecider, envelope.org, { type: 'OpenUnit', data }, envelope);
  }
}
