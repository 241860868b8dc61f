import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Refusal } from '#kernel/core';
import { type Envelope, type Receipt, Streams } from '#kernel/ledger';
import { derivedUuid } from '#kernel/platform';
import { safetyEventDecider } from '../../safety-event/safety-event.decider.js';
import { AbsorbDuplicate } from './absorb-duplicate.command.js';

@CommandHandler(AbsorbDuplicate)
export class AbsorbDuplicateHandler implements ICommandHandler<AbsorbDuplicate> {
  constructor(private readonly streams: Streams) {}

  async execute({ id, data, envelope }: AbsorbDuplicate): Promise<Receipt> {
    const { state } = await this.streams.asOf(safetyEventDecider, envelope.org, data.fromEventId);
    const from = state.status === 'merged' && state.into === id ? state.before : undefined;
    const command = { type: 'AbsorbDuplicate', data: { ...data, ...(from && { from }) } } as const;
    return this.streams.decide(safetyEventDecider, id, command, envelope).catch((error: unknown) => {
      if (!(error instanceof Refusal) || !from) throw error;
      return this.takeBack(data.fromEventId, envelope);
    });
  }

  /** It has ended meanwhile: what was merged into it goes on by itself again. */
  private takeBack(fromEventId: string, envelope: Envelope): Promise<Receipt> {
    const commandId = derivedUuid('take-merge-back', envelope.org, envelope.commandId);
    const command = { type: 'TakeMergeBack', data: {} } as const;
    return this.streams.decide(safetyEventDecider, fromEventId, command, { ...envelope, commandId });
  }
}
