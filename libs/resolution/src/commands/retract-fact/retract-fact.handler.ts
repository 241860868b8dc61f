import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock } from '#kernel/core';
import { type Receipt, Streams } from '#kernel/ledger';
import { factsDecider } from '../../facts/facts.decider.js';
import { aboutCase } from '../../facts/facts-about.js';
import { takenUp } from '../../resolution-case/resolution-case.rules.js';
import { RetractFact } from './retract-fact.command.js';

@CommandHandler(RetractFact)
export class RetractFactHandler implements ICommandHandler<RetractFact> {
  constructor(
    readonly streams: Streams,
    readonly clock: Clock,
  ) {}

  async execute({ id, data, envelope }: RetractFact): Promise<Receipt> {
    const { about, placed } = await aboutCase(this, id, envelope, takenUp);
    const command = { type: 'RetractFact', data: { ...data, ...about } } as const;
    return this.streams.decide(factsDecider, id, command, placed);
  }
}
