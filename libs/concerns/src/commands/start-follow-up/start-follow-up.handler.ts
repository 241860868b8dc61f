import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Receipt, Streams } from '#kernel/ledger';
import { actingBy } from '../../concern/acting.js';
import { concernDecider } from '../../concern/concern.decider.js';
import { StartFollowUp } from './start-follow-up.command.js';

@CommandHandler(StartFollowUp)
export class StartFollowUpHandler implements ICommandHandler<StartFollowUp> {
  constructor(private readonly streams: Streams) {}

  execute({ id, data, envelope }: StartFollowUp): Promise<Receipt> {
    const command = { type: 'StartFollowUp', data: { ...data, ...actingBy(envelope) } } as const;
    return this.streams.decide(concernDecider, id, command, envelope);
  }
}
