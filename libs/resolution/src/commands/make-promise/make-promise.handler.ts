import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Members } from '#kernel/access';
import { Clock } from '#kernel/core';
import type { PartReceipt } from '#kernel/http';
import { Streams } from '#kernel/ledger';
import { actedAt } from '../../resolution-case/acting.js';
import { madeBy } from '../../resolution-case/conversation.telling.js';
import { resolutionCaseDecider } from '../../resolution-case/resolution-case.decider.js';
import { MakePromise } from './make-promise.command.js';

@CommandHandler(MakePromise)
export class MakePromiseHandler implements ICommandHandler<MakePromise> {
  constructor(
    private readonly streams: Streams,
    private readonly members: Members,
    private readonly clock: Clock,
  ) {}

  async execute({ id, data, envelope }: MakePromise): Promise<PartReceipt> {
    const acted = await actedAt(this.members, this.clock, envelope);
    const promise = madeBy(envelope, 'promise');
    const { owner = acted.by } = data;
    const command = { type: 'MakePromise', data: { ...data, ...acted, owner, promise } } as const;
    const receipt = await this.streams.decide(resolutionCaseDecider, id, command, envelope);
    return { ...receipt, part: promise };
  }
}
