import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { actorId } from '#kernel/core';
import { type Receipt, Streams } from '#kernel/ledger';
import { safetyEventDecider } from '../../safety-event/safety-event.decider.js';
import { AssignTaxonomy } from './assign-taxonomy.command.js';

@CommandHandler(AssignTaxonomy)
export class AssignTaxonomyHandler implements ICommandHandler<AssignTaxonomy> {
  constructor(private readonly streams: Streams) {}

  execute({ id, data, envelope }: AssignTaxonomy): Promise<Receipt> {
    const command = { type: 'AssignTaxonomy', data: { ...data, by: actorId(envelope.actor) } } as const;
    return this.streams.decide(safetyEventDecider, id, command, envelope);
  }
}
