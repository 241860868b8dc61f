import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { checkApprover, Members } from '#kernel/access';
import { actorId, Clock, happenedAt } from '#kernel/core';
import { type Receipt, Streams } from '#kernel/ledger';
import { resolutionCaseDecider } from '../../resolution-case/resolution-case.decider.js';

import { AttemptDisclosure } from './attempt-disclosure.command.js';

@CommandHandler(AttemptDisclosure)
export class AttemptDisclosureHandler implements ICommandHandler<AttemptDisclosure> {
  constructor(
    private readonly streams: Streams,
    private readonly members: Members,
    private readonly clock: Clock,
  ) {}

  async execute({ id, data, envelope }: AttemptDisclosure): Promise<Receipt> {
    await checkApprover(this.members, envelope);
    const command = {
      type: 'AttemptDisclosure',
      data: {
        ...data,
        at: happenedAt(envelope.occurredAt, this.clock.now()),
        by: actorId(envelope.actor),
        role: envelope.actor.role,
      },
    } as const;
    return this.streams.decide(resolutionCaseDecider, id, command, envelope);
  }
}
