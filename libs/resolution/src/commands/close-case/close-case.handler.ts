import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';

import { actorId } from '#kernel/core';
import { type Receipt, Streams } from '#kernel/ledger';
import { resolutionCaseDecider } from '../../resolution-case/resolution-case.decider.js';

import { CloseCase } from './close-case.command.js';

@CommandHandler(CloseCase)
export class CloseCaseHandler implements ICommandHandler<CloseCase> {
  constructor(private readonly streams: Streams) {}

  execute({ id, data, envelope }: CloseCase): Promise<Receipt> {
    const command = {
      type: 'CloseCase',
      data: { ...data, by: actorId(envelope.actor), role: envelope.actor.role },
    } as const;
    return this.streams.decide(resolutionCaseDecider, id, command, envelope);
  }
}
