import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { actorId } from '#kernel/core';
import { type Receipt, Streams } from '#kernel/ledger';
import { safetyEventDecider } from '../../safety-event/safety-event.decider.js';
import { ReturnSafetyEvent } from './return-safety-event.command.js';

@CommandHandler(ReturnSafetyEvent)
export class ReturnSafetyEventHandler implements ICommandHandler<ReturnSafetyEvent> {
  constructor(private readonly streams: Streams) {}

  execute({ id, data, envelope }: ReturnSafetyEvent): Promise<Receipt> {
    const command = { type: 'ReturnSafetyEvent', data: { ...data, by: actorId(envelope.actor) } } as const;
    return this.streams.decide(safetyEventDecider, id, command, envelope);
  }
}
