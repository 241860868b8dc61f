import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock } from '#kernel/core';
import { type Receipt, Streams } from '#kernel/ledger';
import { actingBy } from '../../resolution-case/acting.js';
import { resolutionCaseDecider } from '../../resolution-case/resolution-case.decider.js';
import { RecordCapacity } from './record-capacity.command.js';

@CommandHandler(RecordCapacity)
export class RecordCapacityHandler implements ICommandHandler<RecordCapacity> {
  constructor(
    private readonly streams: Streams,
    private readonly clock: Clock,
  ) {}

  execute({ id, data, envelope }: RecordCapacity): Promise<Receipt> {
    const command = { type: 'RecordCapacity', data: { ...data, ...actingBy(envelope), at: this.clock.now() } } as const;
    return this.streams.decide(resolutionCaseDecider, id, command, envelope);
  }
}
