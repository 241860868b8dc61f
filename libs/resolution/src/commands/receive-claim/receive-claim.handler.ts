import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Members } from '#kernel/access';
import { Clock } from '#kernel/core';
import { type Receipt, Streams } from '#kernel/ledger';
import { actedAt } from '../../resolution-case/acting.js';
import { resolutionCaseDecider } from '../../resolution-case/resolution-case.decider.js';
import { ReceiveClaim } from './receive-claim.command.js';

@CommandHandler(ReceiveClaim)
export class ReceiveClaimHandler implements ICommandHandler<ReceiveClaim> {
  constructor(
    private readonly streams: Streams,
    private readonly members: Members,
    private readonly clock: Clock,
  ) {}

  async execute({ id, data, envelope }: ReceiveClaim): Promise<Receipt> {
    const acted = await actedAt(this.members, this.clock, envelope);
    const command = { type: 'ReceiveClaim', data: { ...data, ...acted } } as const;
    return this.streams.decide(resolutionCaseDecider, id, command, envelope);
  }
}
