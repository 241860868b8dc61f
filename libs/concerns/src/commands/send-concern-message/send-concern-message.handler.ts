import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Receipt, Streams } from '#kernel/ledger';
import { writingAs } from '../../concern/acting.js';
import { concernDecider } from '../../concern/concern.decider.js';
import { SendConcernMessage } from './send-concern-message.command.js';

@CommandHandler(SendConcernMessage)
export class SendConcernMessageHandler implements ICommandHandler<SendConcernMessage> {
  constructor(private readonly streams: Streams) {}

  execute({ id, data: { codeHash, ...data }, envelope }: SendConcernMessage): Promise<Receipt> {
    const command = { type: 'SendConcernMessage', data: { ...data, writer: writingAs(envelope, codeHash) } } as const;
    return this.streams.decide(concernDecider, id, command, envelope);
  }
}
