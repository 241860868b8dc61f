import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Receipt, Streams } from '#kernel/ledger';
import { actingBy } from '../../concern/acting.js';
import { concernDecider } from '../../concern/concern.decider.js';
import { ReopenConcern } from './reopen-concern.command.js';

@CommandHandler(ReopenConcern)
export class ReopenConcernHandler implements ICommandHandler<ReopenConcern> {
  constructor(private readonly streams: Streams) {}

  execute({ id, data, envelope }: ReopenConcern): Promise<Receipt> {
    const command = { type: 'ReopenConcern', data: { ...data, ...actingBy(envelope) } } as const;
    return this.streams.decide(concernDecider, id, command, envelope);
  }
}
