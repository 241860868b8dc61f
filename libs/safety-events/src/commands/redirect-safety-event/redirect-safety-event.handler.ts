import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { checkColleagues, Members } from '#kernel/access';
import { actorId } from '#kernel/core';
import { type Receipt, Streams } from '#kernel/ledger';
import { safetyEventDecider } from '../../safety-event/safety-event.decider.js';
import { RedirectSafetyEvent } from './redirect-safety-event.command.js';

@CommandHandler(RedirectSafetyEvent)
export class RedirectSafetyEventHandler implements ICommandHandler<RedirectSafetyEvent> {
  constructor(
    private readonly streams: Streams,
    private readonly members: Members,
  ) {}

  async execute({ id, data, envelope }: RedirectSafetyEvent): Promise<Receipt> {
    await checkColleagues(this.members, envelope.org, { owner: data.owner });
    const command = { type: 'RedirectSafetyEvent', data: { ...data, by: actorId(envelope.actor) } } as const;
    return this.streams.decide(safetyEventDecider, id, command, envelope);
  }
}
