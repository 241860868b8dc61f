import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock } from '#kernel/core';
import { type Receipt, Streams } from '#kernel/ledger';
import { actingBy } from '../../resolution-case/acting.js';
import { resolutionCaseDecider } from '../../resolution-case/resolution-case.decider.js';
import { EndRepresentative } from './end-representative.command.js';

@CommandHandler(EndRepresentative)
export class EndRepresentativeHandler implements ICommandHandler<EndRepresentative> {
  constructor(
    private readonly streams: Streams,
    private readonly clock: Clock,
  ) {}

  execute({ id, data, envelope }: EndRepresentative): Promise<Receipt> {
    const command = {
      type: 'EndRepresentative',
      data: { ...data, ...actingBy(envelope), at: this.clock.now() },
    } as const;
    return this.streams.decide(resolutionCaseDecider, id, command, envelope);
  }
}
