import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Members } from '#kernel/access';
import { Clock } from '#kernel/core';
import type { PartReceipt } from '#kernel/http';
import { Streams } from '#kernel/ledger';
import { actedAt } from '../../resolution-case/acting.js';
import { madeBy, toldBy } from '../../resolution-case/conversation.telling.js';
import { resolutionCaseDecider } from '../../resolution-case/resolution-case.decider.js';
import { HoldFollowUp } from './hold-follow-up.command.js';

@CommandHandler(HoldFollowUp)
export class HoldFollowUpHandler implements ICommandHandler<HoldFollowUp> {
  constructor(
    private readonly streams: Streams,
    private readonly members: Members,
    private readonly clock: Clock,
  ) {}

  async execute({ id, data, envelope }: HoldFollowUp): Promise<PartReceipt> {
    const acted = await actedAt(this.members, this.clock, envelope);
    const said = await toldBy(this.streams, envelope, id, data, acted);
    const conversation = madeBy(envelope, 'conversation');
    const command = { type: 'HoldFollowUp', data: { ...said, ...acted, conversation } } as const;
    const receipt = await this.streams.decide(resolutionCaseDecider, id, command, envelope);
    return { ...receipt, part: conversation };
  }
}
