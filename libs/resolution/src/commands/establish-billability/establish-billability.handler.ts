import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';

import { actorId } from '#kernel/core';
import { type Receipt, Streams } from '#kernel/ledger';
import { resolutionCaseDecider } from '../../resolution-case/resolution-case.decider.js';

import { EstablishBillability } from './establish-billability.command.js';

@CommandHandler(EstablishBillability)
export class EstablishBillabilityHandler implements ICommandHandler<EstablishBillability> {
  constructor(private readonly streams: Streams) {}

  execute({ id, data, envelope }: EstablishBillability): Promise<Receipt> {
    const command = {
      type: 'EstablishBillability',
      data: { ...data, by: actorId(envelope.actor), role: envelope.actor.role },
    } as const;
    return this.streams.decide(resolutionCaseDecider, id, command, envelope);
  }
}
