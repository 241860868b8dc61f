import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock } from '#kernel/core';
import { type Receipt, Streams } from '#kernel/ledger';
import { resolutionCaseDecider } from '../../resolution-case/resolution-case.decider.js';
import { NoteMajority } from './note-majority.command.js';

@CommandHandler(NoteMajority)
export class NoteMajorityHandler implements ICommandHandler<NoteMajority> {
  constructor(
    private readonly streams: Streams,
    private readonly clock: Clock,
  ) {}

  execute({ id, envelope }: NoteMajority): Promise<Receipt> {
    const command = { type: 'NoteMajority', data: { at: this.clock.now() } } as const;
    return this.streams.decide(resolutionCaseDecider, id, command, envelope);
  }
}
