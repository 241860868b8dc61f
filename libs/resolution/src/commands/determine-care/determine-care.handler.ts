import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { checkColleagues, Members } from '#kernel/access';
import { type Receipt, Streams } from '#kernel/ledger';
import { actingBy } from '../../resolution-case/acting.js';
import { resolutionCaseDecider } from '../../resolution-case/resolution-case.decider.js';
import { DetermineCare } from './determine-care.command.js';

@CommandHandler(DetermineCare)
export class DetermineCareHandler implements ICommandHandler<DetermineCare> {
  constructor(
    private readonly streams: Streams,
    private readonly members: Members,
  ) {}

  async execute({ id, data, envelope }: DetermineCare): Promise<Receipt> {
    await checkColleagues(this.members, envelope.org, { deciders: data.deciders });
    const command = { type: 'DetermineCare', data: { ...data, ...actingBy(envelope) } } as const;
    return this.streams.decide(resolutionCaseDecider, id, command, envelope);
  }
}
