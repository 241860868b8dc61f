import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Receipt, Streams } from '#kernel/ledger';
import { actingBy } from '../../resolution-case/acting.js';
import { resolutionCaseDecider } from '../../resolution-case/resolution-case.decider.js';
import { ReviseDetermination } from './revise-determination.command.js';

@CommandHandler(ReviseDetermination)
export class ReviseDeterminationHandler implements ICommandHandler<ReviseDetermination> {
  constructor(private readonly streams: Streams) {}

  execute({ id, data, envelope }: ReviseDetermination): Promise<Receipt> {
    const command = { type: 'ReviseDetermination', data: { ...data, ...actingBy(envelope) } } as const;
    return this.streams.decide(resolutionCaseDecider, id, command, envelope);
  }
}
