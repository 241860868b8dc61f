import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { checkColleagues, Members } from '#kernel/access';
import { type Receipt, Streams } from '#kernel/ledger';
import { actingBy } from '../../concern/acting.js';
import { concernDecider } from '../../concern/concern.decider.js';
import { TriageConcern } from './triage-concern.command.js';

@CommandHandler(TriageConcern)
export class TriageConcernHandler implements ICommandHandler<TriageConcern> {
  constructor(
    private readonly streams: Streams,
    private readonly members: Members,
  ) {}

  async execute({ id, data, envelope }: TriageConcern): Promise<Receipt> {
    await checkColleagues(this.members, envelope.org, { owner: data.owner });
    const command = { type: 'TriageConcern', data: { ...data, ...actingBy(envelope) } } as const;
    return this.streams.decide(concernDecider, id, command, envelope);
  }
}
