import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Receipt, Streams } from '#kernel/ledger';
import { writingAs } from '../../concern/acting.js';
import { concernDecider } from '../../concern/concern.decider.js';
import { SupplementConcern } from './supplement-concern.command.js';

@CommandHandler(SupplementConcern)
export class SupplementConcernHandler implements ICommandHandler<SupplementConcern> {
  constructor(private readonly streams: Streams) {}

  execute({ id, data: { codeHash, ...data }, envelope }: SupplementConcern): Promise<Receipt> {
    const command = { type: 'SupplementConcern', data: { ...data, writer: writingAs(envelope, codeHash) } } as const;
    return this.streams.decide(concernDecider, id, command, envelope);
  }
}
