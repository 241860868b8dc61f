import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Receipt, Streams } from '#kernel/ledger';
import { actingBy } from '../../concern/acting.js';
import { concernDecider } from '../../concern/concern.decider.js';
import { MergeConcern } from './merge-concern.command.js';

@CommandHandler(MergeConcern)
export class MergeConcernHandler implements ICommandHandler<MergeConcern> {
  constructor(private readonly streams: Streams) {}

  /** How the other one stands is looked up here; should it end in between, absorbing opens it again. */
  async execute({ id, data, envelope }: MergeConcern): Promise<Receipt> {
    const { state } = await this.streams.asOf(concernDecider, envelope.org, data.into);
    const target = state.status === 'none' ? {} : { target: { status: state.status, receivedAt: state.receivedAt } };
    const command = { type: 'MergeConcern', data: { ...data, ...target, id, ...actingBy(envelope) } } as const;
    return this.streams.decide(concernDecider, id, command, envelope);
  }
}
