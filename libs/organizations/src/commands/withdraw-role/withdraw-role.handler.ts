import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Receipt, Streams } from '#kernel/ledger';
import { personDecider } from '../../person/person.decider.js';
import { WithdrawRole } from './withdraw-role.command.js';

@CommandHandler(WithdrawRole)
export class WithdrawRoleHandler implements ICommandHandler<WithdrawRole> {
  constructor(private readonly streams: Streams) {}

  execute({ data, envelope }: WithdrawRole): Promise<Receipt> {
    return this.streams.decide(personDecider, data.personId, { type: 'WithdrawRole', data }, envelope);
  }
}
