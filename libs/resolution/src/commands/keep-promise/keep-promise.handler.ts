import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Members } from '#kernel/access';
import { Clock } from '#kernel/core';
import { type Receipt, Streams } from '#kernel/ledger';
import { actedAt } from '../../resolution-case/acting.js';
import { resolutionCaseDecider } from '../../resolution-case/resolution-case.decider.js';
import { KeepPromise } from './keep-promise.command.js';

@CommandHandler(KeepPromise)
export class KeepPromiseHandler implements ICommandHandler<KeepPromise> {
  constructor(
    private readonly streams: Streams,
    private readonly members: Members,
    private readonly clock: Clock,
  ) {}

  async execute({ id, data, envelope }: KeepPromise): Promise<Receipt> {
    const acted = await actedAt(this.members, this.clock, envelope);
    const command = { type: 'KeepPromise', data: { ...data, ...acted } } as const;
    return this.streams.decide(resolutionCaseDecider, id, command, envelope);
  }
}
