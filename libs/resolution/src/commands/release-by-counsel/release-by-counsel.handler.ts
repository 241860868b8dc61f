import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Receipt, Streams } from '#kernel/ledger';
import { actingBy } from '../../resolution-case/acting.js';
import { resolutionCaseDecider } from '../../resolution-case/resolution-case.decider.js';
import { ReleaseByCounsel } from './release-by-counsel.command.js';

@CommandHandler(ReleaseByCounsel)
export class ReleaseByCounselHandler implements ICommandHandler<ReleaseByCounsel> {
  constructor(private readonly streams: Streams) {}

  execute({ id, data, envelope }: ReleaseByCounsel): Promise<Receipt> {
    const command = { type: 'ReleaseByCounsel', data: { ...data, ...actingBy(envelope) } } as const;
    return this.streams.decide(resolutionCaseDecider, id, command, envelope);
  }
}
