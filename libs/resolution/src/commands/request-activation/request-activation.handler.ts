import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Receipt, Streams } from '#kernel/ledger';
import { resolutionCaseDecider } from '../../resolution-case/resolution-case.decider.js';
import { RequestActivation } from './request-activation.command.js';

@CommandHandler(RequestActivation)
export class RequestActivationHandler implements ICommandHandler<RequestActivation> {
  constructor(private readonly streams: Streams) {}

  execute({ id, data, envelope }: RequestActivation): Promise<Receipt> {
    return this.streams.decide(resolutionCaseDecider, id, { type: 'RequestActivation', data }, envelope);
  }
}
