import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Receipt, Streams } from '#kernel/ledger';
import { knownReporter } from '../../safety-event/known-reporter.js';
import { safetyEventDecider } from '../../safety-event/safety-event.decider.js';
import { WriteAddendum } from './write-addendum.command.js';

@CommandHandler(WriteAddendum)
export class WriteAddendumHandler implements ICommandHandler<WriteAddendum> {
  constructor(private readonly streams: Streams) {}

  async execute({ id, data, envelope }: WriteAddendum): Promise<Receipt> {
    const of = await knownReporter(this.streams, envelope.org, id);
    const command = { type: 'WriteAddendum', data: { ...data, of } } as const;
    return this.streams.decide(safetyEventDecider, id, command, envelope);
  }
}
