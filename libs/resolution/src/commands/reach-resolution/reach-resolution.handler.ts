import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Receipt, Streams } from '#kernel/ledger';
import { actingBy } from '../../resolution-case/acting.js';
import { resolutionCaseDecider } from '../../resolution-case/resolution-case.decider.js';
import { ReachResolution } from './reach-resolution.command.js';

@CommandHandler(ReachResolution)
export class ReachResolutionHandler implements ICommandHandler<ReachResolution> {
  constructor(private readonly streams: Streams) {}

  execute({ id, data, envelope }: ReachResolution): Promise<Receipt> {
    const command = { type: 'ReachResolution', data: { ...data, ...actingBy(envelope) } } as const;
    return this.streams.decide(resolutionCaseDecider, id, command, envelope);
  }
}
