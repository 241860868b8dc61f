import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { checkColleagues, Members } from '#kernel/access';
import { type Receipt, Streams } from '#kernel/ledger';
import { actingBy } from '../../concern/acting.js';
import { concernDecider } from '../../concern/concern.decider.js';
import { RedirectConcern } from './redirect-concern.command.js';

@CommandHandler(RedirectConcern)
export class RedirectConcernHandler implements ICommandHandler<RedirectConcern> {
  constructor(
    private readonly streams: Streams,
    private readonly members: Members,
  ) {}

  async execute({ id, data, envelope }: RedirectConcern): Promise<Receipt> {
    await checkColleagues(this.members, envelope.org, { owner: data.owner });
    const command = { type: 'RedirectConcern', data: { ...data, ...actingBy(envelope) } } as const;
    return this.streams.decide(concernDecider, id, command, envelope);
  }
}
