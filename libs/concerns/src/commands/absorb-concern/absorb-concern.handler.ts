import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Receipt, Streams } from '#kernel/ledger';
import { concernDecider } from '../../concern/concern.decider.js';
import { AbsorbConcern } from './absorb-concern.command.js';

@CommandHandler(AbsorbConcern)
export class AbsorbConcernHandler implements ICommandHandler<AbsorbConcern> {
  constructor(private readonly streams: Streams) {}

  async execute({ id, data, envelope }: AbsorbConcern): Promise<Receipt> {
    const remains = await this.remaining(envelope.org, id);
    return this.streams.decide(concernDecider, remains, { type: 'AbsorbConcern', data }, envelope);
  }

  /** The one that is left where the one that was to remain has been merged since. It ends: each goes into an earlier one. */
  private async remaining(org: string, id: string): Promise<string> {
    const { state } = await this.streams.asOf(concernDecider, org, id);
    return state.status === 'merged' && state.mergedInto ? this.remaining(org, state.mergedInto) : id;
  }
}
