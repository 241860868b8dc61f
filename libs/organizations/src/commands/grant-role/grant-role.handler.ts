import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Receipt, Streams } from '#kernel/ledger';
import { personDecider } from '../../person/person.decider.js';
import { GrantRole } from './grant-role.command.js';

@CommandHandler(GrantRole)
export class GrantRoleHandler implements ICommandHandler<GrantRole> {
  constructor(private readonly streams: Streams) {}

  execute({ data, envelope }: GrantRole): Promise<Receipt> {
    return this.streams.decide(personDecider, data.personId, { type: 'GrantRole', data }, envelope);
  }
}
