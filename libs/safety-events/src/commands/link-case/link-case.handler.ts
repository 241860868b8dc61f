import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Receipt, Streams } from '#kernel/ledger';
import { remainingOf } from '../../safety-event/remaining.js';
import { safetyEventDecider } from '../../safety-event/safety-event.decider.js';
import { LinkCase } from './link-case.command.js';

@CommandHandler(LinkCase)
export class LinkCaseHandler implements ICommandHandler<LinkCase> {
  constructor(private readonly streams: Streams) {}

  /** Written down where a merged safety event goes on. */
  async execute({ id, data, envelope }: LinkCase): Promise<Receipt> {
    const remaining = await remainingOf(this.streams, envelope.org, id);
    return this.streams.decide(safetyEventDecider, remaining, { type: 'LinkCase', data }, envelope);
  }
}
