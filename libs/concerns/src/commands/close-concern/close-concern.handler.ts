import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Receipt, Streams } from '#kernel/ledger';
import { actingBy } from '../../concern/acting.js';
import { concernDecider } from '../../concern/concern.decider.js';
import { CloseConcern } from './close-concern.command.js';

@CommandHandler(CloseConcern)
export class CloseConcernHandler implements ICommandHandler<CloseConcern> {
  constructor(private readonly streams: Streams) {}

  execute({ id, data, envelope }: CloseConcern): Promise<Receipt> {
    const command = { type: 'CloseConcern', data: { ...data, ...actingBy(envelope) } } as const;
    return this.streams.decide(concernDecider, id, command, envelope);
  }
}
