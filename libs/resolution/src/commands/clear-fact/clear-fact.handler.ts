import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock } from '#kernel/core';
import { type Receipt, Streams } from '#kernel/ledger';
import { factsDecider } from '../../facts/facts.decider.js';
import { aboutCase } from '../../facts/facts-about.js';
import { onTeam } from '../../resolution-case/resolution-case.rules.js';
import { ClearFact } from './clear-fact.command.js';

@CommandHandler(ClearFact)
export class ClearFactHandler implements ICommandHandler<ClearFact> {
  constructor(
    readonly streams: Streams,
    readonly clock: Clock,
  ) {}

  async execute({ id, data, envelope }: ClearFact): Promise<Receipt> {
    const { about, placed } = await aboutCase(this, id, envelope, onTeam);
    const command = { type: 'ClearFact', data: { ...data, ...about, at: this.clock.now() } } as const;
    return this.streams.decide(factsDecider, id, command, placed);
  }
}
