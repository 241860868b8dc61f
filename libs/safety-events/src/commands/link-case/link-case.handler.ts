import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Receipt, Streams } from '#kernel/ledger';
import { safetyEventDecider } from '../../safety-event/safety-event.decider.js';
import { LinkCase } from './link-case.command.js';

@CommandHandler(LinkCase)
export class LinkCaseHandler implements ICommandHandler<LinkCase> {
  constructor(private readonly streams: Streams) {}

  execute({ id, data, envelope }: LinkCase): Promise<Receipt> {
    return this.streams.decide(safetyEventDecider, id, { type: 'LinkCase', data }, envelope);
  }
}
