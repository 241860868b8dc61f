import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Receipt, Streams } from '#kernel/ledger';
import { writingAs } from '../../concern/acting.js';
import { concernDecider } from '../../concern/concern.decider.js';
import { IdentifySubmitter } from './identify-submitter.command.js';

@CommandHandler(IdentifySubmitter)
export class IdentifySubmitterHandler implements ICommandHandler<IdentifySubmitter> {
  constructor(private readonly streams: Streams) {}

  execute({ id, data: { codeHash, ...data }, envelope }: IdentifySubmitter): Promise<Receipt> {
    const command = { type: 'IdentifySubmitter', data: { ...data, writer: writingAs(envelope, codeHash) } } as const;
    return this.streams.decide(concernDecider, id, command, envelope);
  }
}
