import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Receipt, Streams } from '#kernel/ledger';
import { knownReporter } from '../../safety-event/known-reporter.js';
import { safetyEventDecider } from '../../safety-event/safety-event.decider.js';
import { ExchangeReporterMessage } from './exchange-reporter-message.command.js';

@CommandHandler(ExchangeReporterMessage)
export class ExchangeReporterMessageHandler implements ICommandHandler<ExchangeReporterMessage> {
  constructor(private readonly streams: Streams) {}

  async execute({ id, data, envelope }: ExchangeReporterMessage): Promise<Receipt> {
    const of = await knownReporter(this.streams, envelope.org, id);
    const command = { type: 'ExchangeReporterMessage', data: { ...data, of } } as const;
    return this.streams.decide(safetyEventDecider, id, command, envelope);
  }
}
