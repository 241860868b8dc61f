import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { checkColleagues, Members } from '#kernel/access';
import { actorId } from '#kernel/core';
import { type Receipt, Streams } from '#kernel/ledger';
import { safetyEventDecider } from '../../safety-event/safety-event.decider.js';
import { AssignSafetyEvent } from './assign-safety-event.command.js';

@CommandHandler(AssignSafetyEvent)
export class AssignSafetyEventHandler implements ICommandHandler<AssignSafetyEvent> {
  constructor(
    private readonly streams: Streams,
    private readonly members: Members,
  ) {}

  async execute({ id, data, envelope }: AssignSafetyEvent): Promise<Receipt> {
    await checkColleagues(this.members, envelope.org, { owner: data.owner });
    const command = { type: 'AssignSafetyEvent', data: { ...data, by: actorId(envelope.actor) } } as const;
    return this.streams.decide(safetyEventDecider, id, command, envelope);
  }
}
