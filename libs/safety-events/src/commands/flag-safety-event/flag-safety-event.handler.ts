import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { actorId } from '#kernel/core';
import { type Receipt, Streams } from '#kernel/ledger';
import { safetyEventDecider } from '../../safety-event/safety-event.decider.js';
import { FlagSafetyEvent } from './flag-safety-event.command.js';

@CommandHandler(FlagSafetyEvent)
export class FlagSafetyEventHandler implements ICommandHandler<FlagSafetyEvent> {
  constructor(private readonly streams: Streams) {}

  execute({ id, data, envelope }: FlagSafetyEvent): Promise<Receipt> {
    const command = { type: 'FlagSafetyEvent', data: { ...data, by: actorId(envelope.actor) } } as const;
    return this.streams.decide(safetyEventDecider, id, command, envelope);
  }
}
