import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Receipt, Streams } from '#kernel/ledger';
import { actingBy } from '../../resolution-case/acting.js';
import { resolutionCaseDecider } from '../../resolution-case/resolution-case.decider.js';
import { AssessCriterion } from './assess-criterion.command.js';

@CommandHandler(AssessCriterion)
export class AssessCriterionHandler implements ICommandHandler<AssessCriterion> {
  constructor(private readonly streams: Streams) {}

  execute({ id, data, envelope }: AssessCriterion): Promise<Receipt> {
    const command = { type: 'AssessCriterion', data: { ...data, ...actingBy(envelope) } } as const;
    return this.streams.decide(resolutionCaseDecider, id, command, envelope);
  }
}
