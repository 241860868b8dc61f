import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Receipt, Streams } from '#kernel/ledger';
import { actingBy } from '../../resolution-case/acting.js';
import { resolutionCaseDecider } from '../../resolution-case/resolution-case.decider.js';
import { EstablishBillability } from './establish-billability.command.js';

@CommandHandler(EstablishBillability)
export class EstablishBillabilityHandler implements ICommandHandler<EstablishBillability> {
  constructor(private readonly streams: Streams) {}

  execute({ id, data, envelope }: EstablishBillability): Promise<Receipt> {
    const command = { type: 'EstablishBillability', data: { ...data, ...actingBy(envelope) } } as const;
    return this.streams.decide(resolutionCaseDecider, id, command, envelope);
  }
}
