import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Receipt, Streams } from '#kernel/ledger';
import { personDecider } from '../../person/person.decider.js';
import { ChangeContacts } from './change-contacts.command.js';

@CommandHandler(ChangeContacts)
export class ChangeContactsHandler implements ICommandHandler<ChangeContacts> {
  constructor(private readonly streams: Streams) {}

  execute({ personId, data, envelope }: ChangeContacts): Promise<Receipt> {
    return this.streams.decide(personDecider, personId, { type: 'ChangeContacts', data }, envelope);
  }
}
