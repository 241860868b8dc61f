import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Members } from '#kernel/access';
import { Clock } from '#kernel/core';
import { type Receipt, Streams } from '#kernel/ledger';
import { actedAt } from '../../concern/acting.js';
import { concernDecider } from '../../concern/concern.decider.js';
import { SendDelayNotice } from './send-delay-notice.command.js';

@CommandHandler(SendDelayNotice)
export class SendDelayNoticeHandler implements ICommandHandler<SendDelayNotice> {
  constructor(
    private readonly streams: Streams,
    private readonly members: Members,
    private readonly clock: Clock,
  ) {}

  async execute({ id, data, envelope }: SendDelayNotice): Promise<Receipt> {
    const acted = await actedAt(this.members, this.clock, envelope);
    const command = { type: 'SendDelayNotice', data: { ...data, ...acted } } as const;
    return this.streams.decide(concernDecider, id, command, envelope);
  }
}
