import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Receipt, Streams } from '#kernel/ledger';
import { safetyEventDecider } from '../../safety-event/safety-event.decider.js';
import { WriteAddendum } from './write-addendum.command.js';

@CommandHandler(WriteAddendum)
export class WriteAddendumHandler implements ICommandHandler<WriteAddendum> {
  constructor(private readonly streams: Streams) {}

  execute({ id, data, envelope }: WriteAddendum): Promise<Receipt> {
    return this.streams.decide(safetyEventDecider, id, { type: 'WriteAddendum', data }, envelope);
  }
}
