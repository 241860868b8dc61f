import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Receipt, Streams } from '#kernel/ledger';
import { safetyEventDecider } from '../../safety-event/safety-event.decider.js';
import { NoteCaseDisclosure } from './note-case-disclosure.command.js';

@CommandHandler(NoteCaseDisclosure)
export class NoteCaseDisclosureHandler implements ICommandHandler<NoteCaseDisclosure> {
  constructor(private readonly streams: Streams) {}

  execute({ id, data, envelope }: NoteCaseDisclosure): Promise<Receipt> {
    return this.streams.decide(safetyEventDecider, id, { type: 'NoteCaseDisclosure', data }, envelope);
  }
}
