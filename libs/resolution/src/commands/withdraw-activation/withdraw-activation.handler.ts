import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Receipt, Streams } from '#kernel/ledger';
import { resolutionCaseDecider } from '../../resolution-case/resolution-case.decider.js';
import { WithdrawActivation } from './withdraw-activation.command.js';

@CommandHandler(WithdrawActivation)
export class WithdrawActivationHandler implements ICommandHandler<WithdrawActivation> {
  constructor(private readonly streams: Streams) {}

  execute({ id, data, envelope }: WithdrawActivation): Promise<Receipt> {
    return this.streams.decide(resolutionCaseDecider, id, { type: 'WithdrawActivation', data }, envelope);
  }
}
