import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Members } from '#kernel/access';
import { Clock } from '#kernel/core';
import { type Receipt, Streams } from '#kernel/ledger';
import { actedAt } from '../../resolution-case/acting.js';
import { packOf } from '../../resolution-case/pinned-pack.js';
import { resolutionCaseDecider } from '../../resolution-case/resolution-case.decider.js';
import { GiveApology } from './give-apology.command.js';

@CommandHandler(GiveApology)
export class GiveApologyHandler implements ICommandHandler<GiveApology> {
  constructor(
    private readonly streams: Streams,
    private readonly members: Members,
    private readonly clock: Clock,
  ) {}

  async execute({ id, data, envelope }: GiveApology): Promise<Receipt> {
    const acted = await actedAt(this.members, this.clock, envelope);
    const pack = await packOf(this.streams, envelope.org, id);
    const command = {
      type: 'GiveApology',
      data: { ...data, ...acted, protection: pack?.apologyProtection?.value ?? 'unknown' },
    } as const;
    return this.streams.decide(resolutionCaseDecider, id, command, envelope);
  }
}
