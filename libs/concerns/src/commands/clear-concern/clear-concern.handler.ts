import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Receipt, Streams } from '#kernel/ledger';
import { actingBy } from '../../concern/acting.js';
import { concernDecider } from '../../concern/concern.decider.js';
import { ClearConcern } from './clear-concern.command.js';

@CommandHandler(ClearConcern)
export class ClearConcernHandler implements ICommandHandler<ClearConcern> {
  constructor(private readonly streams: Streams) {}

  execute({ id, data, envelope }: ClearConcern): Promise<Receipt> {
    const command = { type: 'ClearConcern', data: { ...data, ...actingBy(envelope) } } as const;
    return this.streams.decide(concernDecider, id, command, envelope);
  }
}
