import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Receipt, Streams } from '#kernel/ledger';
import { safetyEventDecider } from '../../safety-event/safety-event.decider.js';
import { NoteCaseEnd } from './note-case-end.command.js';

@CommandHandler(NoteCaseEnd)
export class NoteCaseEndHandler implements ICommandHandler<NoteCaseEnd> {
  constructor(private readonly streams: Streams) {}

  execute({ id, data, envelope }: NoteCaseEnd): Promise<Receipt> {
    return this.streams.decide(safetyEventDecider, id, { type: 'NoteCaseEnd', data }, envelope);
  }
}
