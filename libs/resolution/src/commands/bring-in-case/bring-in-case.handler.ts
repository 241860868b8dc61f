import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Receipt, Streams } from '#kernel/ledger';
import { actingBy } from '../../resolution-case/acting.js';
import { resolutionCaseDecider } from '../../resolution-case/resolution-case.decider.js';
import { BringInCase } from './bring-in-case.command.js';

@CommandHandler(BringInCase)
export class BringInCaseHandler implements ICommandHandler<BringInCase> {
  constructor(private readonly streams: Streams) {}

  execute({ id, data, envelope }: BringInCase): Promise<Receipt> {
    const command = { type: 'BringInCase', data: { ...data, ...actingBy(envelope) } } as const;
    return this.streams.decide(resolutionCaseDecider, id, command, envelope);
  }
}
