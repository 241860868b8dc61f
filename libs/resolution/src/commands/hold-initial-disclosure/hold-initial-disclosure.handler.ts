import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Members } from '#kernel/access';
import { Clock } from '#kernel/core';
import { type Receipt, Streams } from '#kernel/ledger';
import { actedAt } from '../../resolution-case/acting.js';
import { toldBy } from '../../resolution-case/conversation.telling.js';
import { resolutionCaseDecider } from '../../resolution-case/resolution-case.decider.js';
import { HoldInitialDisclosure } from './hold-initial-disclosure.command.js';

@CommandHandler(HoldInitialDisclosure)
export class HoldInitialDisclosureHandler implements ICommandHandler<HoldInitialDisclosure> {
  constructor(
    private readonly streams: Streams,
    private readonly members: Members,
    private readonly clock: Clock,
  ) {}

  async execute({ id, data, envelope }: HoldInitialDisclosure): Promise<Receipt> {
    const acted = await actedAt(this.members, this.clock, envelope);
    const said = await toldBy(this.streams, envelope, id, data, acted);
    const command = { type: 'HoldInitialDisclosure', data: { ...said, ...acted } } as const;
    return this.streams.decide(resolutionCaseDecider, id, command, envelope);
  }
}
