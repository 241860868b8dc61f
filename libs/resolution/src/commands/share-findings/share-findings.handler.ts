import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Members } from '#kernel/access';
import { Clock } from '#kernel/core';
import { type Receipt, Streams } from '#kernel/ledger';
import { actedAt } from '../../resolution-case/acting.js';
import { clearedFacts } from '../../resolution-case/conversation.telling.js';
import { resolutionCaseDecider } from '../../resolution-case/resolution-case.decider.js';
import { ShareFindings } from './share-findings.command.js';

@CommandHandler(ShareFindings)
export class ShareFindingsHandler implements ICommandHandler<ShareFindings> {
  constructor(
    private readonly streams: Streams,
    private readonly members: Members,
    private readonly clock: Clock,
  ) {}

  async execute({ id, data, envelope }: ShareFindings): Promise<Receipt> {
    const acted = await actedAt(this.members, this.clock, envelope);
    const cleared = await clearedFacts(this.streams, envelope.org, id);
    const command = { type: 'ShareFindings', data: { ...data, ...acted, cleared } } as const;
    return this.streams.decide(resolutionCaseDecider, id, command, envelope);
  }
}
