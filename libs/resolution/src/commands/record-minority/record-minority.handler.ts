import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock } from '#kernel/core';
import { type Receipt, Streams } from '#kernel/ledger';
import { actingBy } from '../../resolution-case/acting.js';
import { resolutionCaseDecider } from '../../resolution-case/resolution-case.decider.js';
import { RecordMinority } from './record-minority.command.js';

@CommandHandler(RecordMinority)
export class RecordMinorityHandler implements ICommandHandler<RecordMinority> {
  constructor(
    private readonly streams: Streams,
    private readonly clock: Clock,
  ) {}

  execute({ id, data, envelope }: RecordMinority): Promise<Receipt> {
    const command = { type: 'RecordMinority', data: { ...data, ...actingBy(envelope), at: this.clock.now() } } as const;
    return this.streams.decide(resolutionCaseDecider, id, command, envelope);
  }
}
