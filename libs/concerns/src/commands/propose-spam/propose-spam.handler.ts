import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Receipt, Streams } from '#kernel/ledger';
import { actingBy } from '../../concern/acting.js';
import { concernDecider } from '../../concern/concern.decider.js';
import { ProposeSpam } from './propose-spam.command.js';

@CommandHandler(ProposeSpam)
export class ProposeSpamHandler implements ICommandHandler<ProposeSpam> {
  constructor(private readonly streams: Streams) {}

  execute({ id, data, envelope }: ProposeSpam): Promise<Receipt> {
    const command = { type: 'ProposeSpam', data: { ...data, ...actingBy(envelope) } } as const;
    return this.streams.decide(concernDecider, id, command, envelope);
  }
}
