import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Receipt, Streams } from '#kernel/ledger';
import { safetyEventDecider } from '../../safety-event/safety-event.decider.js';
import { ExchangeReporterMessage } from './exchange-reporter-message.command.js';

@CommandHandler(ExchangeReporterMessage)
export class ExchangeReporterMessageHandler implements ICommandHandler<ExchangeReporterMessage> {
  constructor(private readonly streams: Streams) {}

  execute({ id, data, envelope }: ExchangeReporterMessage): Promise<Receipt> {
    return this.streams.decide(safetyEventDecider, id, { type: 'ExchangeReporterMessage', data }, envelope);
  }
}
