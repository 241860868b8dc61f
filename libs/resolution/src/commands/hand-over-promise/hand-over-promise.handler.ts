import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock } from '#kernel/core';
import { type Receipt, Streams } from '#kernel/ledger';
import { actingBy } from '../../resolution-case/acting.js';
import { resolutionCaseDecider } from '../../resolution-case/resolution-case.decider.js';
import { HandOverPromise } from './hand-over-promise.command.js';

@CommandHandler(HandOverPromise)
export class HandOverPromiseHandler implements ICommandHandler<HandOverPromise> {
  constructor(
    private readonly streams: Streams,
    private readonly clock: Clock,
  ) {}

  execute({ id, data, envelope }: HandOverPromise): Promise<Receipt> {
    const command = {
      type: 'HandOverPromise',
      data: { ...data, ...actingBy(envelope), at: this.clock.now() },
    } as const;
    return this.streams.decide(resolutionCaseDecider, id, command, envelope);
  }
}
