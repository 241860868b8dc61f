import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { checkColleagues, Members } from '#kernel/access';
import { type Receipt, Streams } from '#kernel/ledger';
import { actingBy } from '../../resolution-case/acting.js';
import { resolutionCaseDecider } from '../../resolution-case/resolution-case.decider.js';
import { HandOverCase } from './hand-over-case.command.js';

@CommandHandler(HandOverCase)
export class HandOverCaseHandler implements ICommandHandler<HandOverCase> {
  constructor(
    private readonly streams: Streams,
    private readonly members: Members,
  ) {}

  async execute({ id, data, envelope }: HandOverCase): Promise<Receipt> {
    await checkColleagues(this.members, envelope.org, { to: data.to });
    const command = { type: 'HandOverCase', data: { ...data, ...actingBy(envelope) } } as const;
    return this.streams.decide(resolutionCaseDecider, id, command, envelope);
  }
}
