import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';

import { actorId } from '#kernel/core';
import { type Receipt, Streams } from '#kernel/ledger';
import { resolutionCaseDecider } from '../../resolution-case/resolution-case.decider.js';

import { ReachResolution } from './reach-resolution.command.js';

@CommandHandler(ReachResolution)
export class ReachResolutionHandler implements ICommandHandler<ReachResolution> {
  constructor(private readonly streams: Streams) {}

  execute({ id, data, envelope }: ReachResolution): Promise<Receipt> {
    const command = {
      type: 'ReachResolution',
      data: { ...data, by: actorId(envelope.actor), role: envelope.actor.role },
    } as const;
    return this.streams.decide(resolutionCaseDecider, id, command, envelope);
  }
}
