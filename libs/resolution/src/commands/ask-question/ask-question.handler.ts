import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Members } from '#kernel/access';
import { Clock } from '#kernel/core';
import type { PartReceipt } from '#kernel/http';
import { Streams } from '#kernel/ledger';
import { actedAt } from '../../resolution-case/acting.js';
import { madeBy } from '../../resolution-case/conversation.telling.js';
import { resolutionCaseDecider } from '../../resolution-case/resolution-case.decider.js';
import { AskQuestion } from './ask-question.command.js';

@CommandHandler(AskQuestion)
export class AskQuestionHandler implements ICommandHandler<AskQuestion> {
  constructor(
    private readonly streams: Streams,
    private readonly members: Members,
    private readonly clock: Clock,
  ) {}

  async execute({ id, data, envelope }: AskQuestion): Promise<PartReceipt> {
    const acted = await actedAt(this.members, this.clock, envelope);
    const question = madeBy(envelope, 'question');
    const command = { type: 'AskQuestion', data: { ...data, ...acted, question } } as const;
    const receipt = await this.streams.decide(resolutionCaseDecider, id, command, envelope);
    return { ...receipt, part: question };
  }
}
