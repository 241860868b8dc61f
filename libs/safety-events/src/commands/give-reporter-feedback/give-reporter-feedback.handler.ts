import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Members } from '#kernel/access';
import { Clock } from '#kernel/core';
import { type Receipt, Streams } from '#kernel/ledger';
import { actedAt } from '../../safety-event/acting.js';
import { knownReporter } from '../../safety-event/known-reporter.js';
import { safetyEventDecider } from '../../safety-event/safety-event.decider.js';
import { GiveReporterFeedback } from './give-reporter-feedback.command.js';

@CommandHandler(GiveReporterFeedback)
export class GiveReporterFeedbackHandler implements ICommandHandler<GiveReporterFeedback> {
  constructor(
    private readonly streams: Streams,
    private readonly members: Members,
    private readonly clock: Clock,
  ) {}

  async execute({ id, data, envelope }: GiveReporterFeedback): Promise<Receipt> {
    const acted = await actedAt(this.members, this.clock, envelope);
    const of = await knownReporter(this.streams, envelope.org, id);
    const command = { type: 'GiveReporterFeedback', data: { ...data, of, ...acted } } as const;
    return this.streams.decide(safetyEventDecider, id, command, envelope);
  }
}
