import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';

import { actorId } from '#kernel/core';
import { type Receipt, Streams } from '#kernel/ledger';
import { resolutionCaseDecider } from '../../resolution-case/resolution-case.decider.js';

import { OpenDetermination } from './open-determination.command.js';

@CommandHandler(OpenDetermination)
export class OpenDeterminationHandler implements ICommandHandler<OpenDetermination> {
  constructor(private readonly streams: Streams) {}

  execute({ id, data, envelope }: OpenDetermination): Promise<Receipt> {
    const command = {
      type: 'OpenDetermination',
      data: { ...data, by: actorId(envelope.actor), role: envelope.actor.role },
    } as const;
    return this.streams.decide(resolutionCaseDecider, id, command, envelope);
  }
}
