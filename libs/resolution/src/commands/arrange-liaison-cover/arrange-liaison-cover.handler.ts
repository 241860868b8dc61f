import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { checkColleagues, Members } from '#kernel/access';
import { type Receipt, Streams } from '#kernel/ledger';
import { actingBy } from '../../resolution-case/acting.js';
import { resolutionCaseDecider } from '../../resolution-case/resolution-case.decider.js';
import { ArrangeLiaisonCover } from './arrange-liaison-cover.command.js';

@CommandHandler(ArrangeLiaisonCover)
export class ArrangeLiaisonCoverHandler implements ICommandHandler<ArrangeLiaisonCover> {
  constructor(
    private readonly streams: Streams,
    private readonly members: Members,
  ) {}

  async execute({ id, data, envelope }: ArrangeLiaisonCover): Promise<Receipt> {
    await checkColleagues(this.members, envelope.org, { cover: data.cover });
    const command = { type: 'ArrangeLiaisonCover', data: { ...data, ...actingBy(envelope) } } as const;
    return this.streams.decide(resolutionCaseDecider, id, command, envelope);
  }
}
