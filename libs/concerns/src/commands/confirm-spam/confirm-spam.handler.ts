import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Receipt, Streams } from '#kernel/ledger';
import { actingBy } from '../../concern/acting.js';
import { concernDecider } from '../../concern/concern.decider.js';
import { ConfirmSpam } from './confirm-spam.command.js';

@CommandHandler(ConfirmSpam)
export class ConfirmSpamHandler implements ICommandHandler<ConfirmSpam> {
  constructor(private readonly streams: Streams) {}

  execute({ id, data, envelope }: ConfirmSpam): Promise<Receipt> {
    const command = { type: 'ConfirmSpam', data: { ...data, ...actingBy(envelope) } } as const;
    return this.streams.decide(concernDecider, id, command, envelope);
  }
}
