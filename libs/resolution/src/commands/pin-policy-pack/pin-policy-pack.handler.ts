import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Receipt, Streams } from '#kernel/ledger';
import { resolutionCaseDecider } from '../../resolution-case/resolution-case.decider.js';
import { PinPolicyPack } from './pin-policy-pack.command.js';

@CommandHandler(PinPolicyPack)
export class PinPolicyPackHandler implements ICommandHandler<PinPolicyPack> {
  constructor(private readonly streams: Streams) {}

  execute({ id, data, envelope }: PinPolicyPack): Promise<Receipt> {
    const command = { type: 'PinPolicyPack', data } as const;
    return this.streams.decide(resolutionCaseDecider, id, command, envelope);
  }
}
