import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Receipt, Streams } from '#kernel/ledger';
import { derivedUuid } from '#kernel/platform';
import { onCallDecider } from '../../on-call/on-call.decider.js';
import { ReleaseOnCall } from './release-on-call.command.js';

@CommandHandler(ReleaseOnCall)
export class ReleaseOnCallHandler implements ICommandHandler<ReleaseOnCall> {
  constructor(private readonly streams: Streams) {}

  execute({ duty, data, envelope }: ReleaseOnCall): Promise<Receipt> {
    const roster = derivedUuid('on-call', envelope.org, duty);
    return this.streams.decide(onCallDecider, roster, { type: 'ReleaseOnCall', data }, envelope);
  }
}
