import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Receipt, Streams } from '#kernel/ledger';
import { actingBy } from '../../concern/acting.js';
import { concernDecider } from '../../concern/concern.decider.js';
import { ClassifyConcern } from './classify-concern.command.js';

@CommandHandler(ClassifyConcern)
export class ClassifyConcernHandler implements ICommandHandler<ClassifyConcern> {
  constructor(private readonly streams: Streams) {}

  execute({ id, data, envelope }: ClassifyConcern): Promise<Receipt> {
    const command = { type: 'ClassifyConcern', data: { ...data, ...actingBy(envelope) } } as const;
    return this.streams.decide(concernDecider, id, command, envelope);
  }
}
