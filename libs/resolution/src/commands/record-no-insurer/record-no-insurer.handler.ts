import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock } from '#kernel/core';
import { type Receipt, Streams } from '#kernel/ledger';
import { actingBy } from '../../resolution-case/acting.js';
import { resolutionCaseDecider } from '../../resolution-case/resolution-case.decider.js';
import { RecordNoInsurer } from './record-no-insurer.command.js';

@CommandHandler(RecordNoInsurer)
export class RecordNoInsurerHandler implements ICommandHandler<RecordNoInsurer> {
  constructor(
    private readonly streams: Streams,
    private readonly clock: Clock,
  ) {}

  execute({ id, data, envelope }: RecordNoInsurer): Promise<Receipt> {
    const command = {
      type: 'RecordNoInsurer',
      data: { ...data, ...actingBy(envelope), at: this.clock.now() },
    } as const;
    return this.streams.decide(resolutionCaseDecider, id, command, envelope);
  }
}
