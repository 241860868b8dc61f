import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Receipt, Streams } from '#kernel/ledger';
import { safetyEventDecider } from '../../safety-event/safety-event.decider.js';
import { ReleaseDuplicate } from './release-duplicate.command.js';

@CommandHandler(ReleaseDuplicate)
export class ReleaseDuplicateHandler implements ICommandHandler<ReleaseDuplicate> {
  constructor(private readonly streams: Streams) {}

  async execute({ id, data, envelope }: ReleaseDuplicate): Promise<Receipt> {
    const { state } = await this.streams.asOf(safetyEventDecider, envelope.org, data.fromEventId);
    const cases = 'cases' in state ? Object.keys(state.cases) : [];
    const command = { type: 'ReleaseDuplicate', data: { ...data, cases } } as const;
    return this.streams.decide(safetyEventDecider, id, command, envelope);
  }
}
