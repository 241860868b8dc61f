import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { checkApprover, Members } from '#kernel/access';
import { actorId, Clock, happenedAt } from '#kernel/core';
import { type Receipt, Streams } from '#kernel/ledger';
import { resolutionCaseDecider } from '../../resolution-case/resolution-case.decider.js';

import { RecordDisclosureException } from './record-disclosure-exception.command.js';

@CommandHandler(RecordDisclosureException)
export class RecordDisclosureExceptionHandler implements ICommandHandler<RecordDisclosureException> {
  constructor(
    private readonly streams: Streams,
    private readonly members: Members,
    private readonly clock: Clock,
  ) {}

  async execute({ id, data, envelope }: RecordDisclosureException): Promise<Receipt> {
    await checkApprover(this.members, envelope);
    const command = {
      type: 'RecordDisclosureException',
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
