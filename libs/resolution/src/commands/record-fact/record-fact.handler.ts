import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock } from '#kernel/core';
import type { PartReceipt } from '#kernel/http';
import { Streams } from '#kernel/ledger';
import { factsDecider } from '../../facts/facts.decider.js';
import { aboutCase } from '../../facts/facts-about.js';
import { madeBy } from '../../resolution-case/conversation.telling.js';
import { onTeam } from '../../resolution-case/resolution-case.rules.js';
import { RecordFact } from './record-fact.command.js';

@CommandHandler(RecordFact)
export class RecordFactHandler implements ICommandHandler<RecordFact> {
  constructor(
    readonly streams: Streams,
    readonly clock: Clock,
  ) {}

  async execute({ id, data, envelope }: RecordFact): Promise<PartReceipt> {
    const { about, placed } = await aboutCase(this, id, envelope, onTeam);
    const entry = madeBy(envelope, 'fact');
    const command = { type: 'RecordFact', data: { ...data, ...about, entry } } as const;
    const receipt = await this.streams.decide(factsDecider, id, command, placed);
    return { ...receipt, part: entry };
  }
}
