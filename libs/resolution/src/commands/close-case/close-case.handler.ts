import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Receipt, Streams } from '#kernel/ledger';
import { actingBy } from '../../resolution-case/acting.js';
import { resolutionCaseDecider } from '../../resolution-case/resolution-case.decider.js';
import { CloseCase } from './close-case.command.js';

@CommandHandler(CloseCase)
export class CloseCaseHandler implements ICommandHandler<CloseCase> {
  constructor(private readonly streams: Streams) {}

  execute({ id, data, envelope }: CloseCase): Promise<Receipt> {
    const command = { type: 'CloseCase', data: { ...data, ...actingBy(envelope) } } as const;
    return this.streams.decide(resolutionCaseDecider, id, command, envelope);
  }
}
