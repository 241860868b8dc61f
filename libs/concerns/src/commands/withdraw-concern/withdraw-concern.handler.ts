import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Receipt, Streams } from '#kernel/ledger';
import { writingAs } from '../../concern/acting.js';
import { concernDecider } from '../../concern/concern.decider.js';
import { WithdrawConcern } from './withdraw-concern.command.js';

@CommandHandler(WithdrawConcern)
export class WithdrawConcernHandler implements ICommandHandler<WithdrawConcern> {
  constructor(private readonly streams: Streams) {}

  execute({ id, data: { codeHash, ...data }, envelope }: WithdrawConcern): Promise<Receipt> {
    const command = { type: 'WithdrawConcern', data: { ...data, writer: writingAs(envelope, codeHash) } } as const;
    return this.streams.decide(concernDecider, id, command, envelope);
  }
}
