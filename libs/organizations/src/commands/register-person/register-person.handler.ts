import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Receipt, Streams } from '#kernel/ledger';
import { personDecider } from '../../person/person.decider.js';
import { RegisterPerson } from './register-person.command.js';

@CommandHandler(RegisterPerson)
export class RegisterPersonHandler implements ICommandHandler<RegisterPerson> {
  constructor(private readonly streams: Streams) {}

  execute({ personId, data, envelope }: RegisterPerson): Promise<Receipt> {
    return this.streams.decide(personDecider, personId, { type: 'RegisterPerson', data }, envelope);
  }
}
