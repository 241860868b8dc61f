import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock } from '#kernel/core';
import { type Receipt, Streams } from '#kernel/ledger';
import { actingBy } from '../../resolution-case/acting.js';
import { resolutionCaseDecider } from '../../resolution-case/resolution-case.decider.js';
import { RecordRelativesConflict } from './record-relatives-conflict.command.js';

@CommandHandler(RecordRelativesConflict)
export class RecordRelativesConflictHandler implements ICommandHandler<RecordRelativesConflict> {
  constructor(
    private readonly streams: Streams,
    private readonly clock: Clock,
  ) {}

  execute({ id, data, envelope }: RecordRelativesConflict): Promise<Receipt> {
    const command = {
      type: 'RecordRelativesConflict',
      data: { ...data, ...actingBy(envelope), at: this.clock.now() },
    } as const;
    return this.streams.decide(resolutionCaseDecider, id, command, envelope);
  }
}
