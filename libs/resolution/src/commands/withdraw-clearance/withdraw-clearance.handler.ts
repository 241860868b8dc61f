import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock } from '#kernel/core';
import { type Receipt, Streams } from '#kernel/ledger';
import { factsDecider } from '../../facts/facts.decider.js';
import { aboutCase } from '../../facts/facts-about.js';
import { takenUp } from '../../resolution-case/resolution-case.rules.js';
import { WithdrawClearance } from './withdraw-clearance.command.js';

@CommandHandler(WithdrawClearance)
export class WithdrawClearanceHandler implements ICommandHandler<WithdrawClearance> {
  constructor(
    readonly streams: Streams,
    readonly clock: Clock,
  ) {}

  async execute({ id, data, envelope }: WithdrawClearance): Promise<Receipt> {
    const { about, placed } = await aboutCase(this, id, envelope, takenUp);
    const command = { type: 'WithdrawClearance', data: { ...data, ...about } } as const;
    return this.streams.decide(factsDecider, id, command, placed);
  }
}
