import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Members } from '#kernel/access';
import { Clock } from '#kernel/core';
import { type Receipt, Streams } from '#kernel/ledger';
import { actedAt } from '../../safety-event/acting.js';
import { safetyEventDecider } from '../../safety-event/safety-event.decider.js';
import { SubmitExternalReport } from './submit-external-report.command.js';

@CommandHandler(SubmitExternalReport)
export class SubmitExternalReportHandler implements ICommandHandler<SubmitExternalReport> {
  constructor(
    private readonly streams: Streams,
    private readonly members: Members,
    private readonly clock: Clock,
  ) {}

  async execute({ id, data, envelope }: SubmitExternalReport): Promise<Receipt> {
    const acted = await actedAt(this.members, this.clock, envelope);
    const command = { type: 'SubmitExternalReport', data: { ...data, ...acted } } as const;
    return this.streams.decide(safetyEventDecider, id, command, envelope);
  }
}
