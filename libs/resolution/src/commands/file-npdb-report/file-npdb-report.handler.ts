import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Members } from '#kernel/access';
import { Clock } from '#kernel/core';
import { type Receipt, Streams } from '#kernel/ledger';
import { actedAt } from '../../resolution-case/acting.js';
import { resolutionCaseDecider } from '../../resolution-case/resolution-case.decider.js';
import { FileNpdbReport } from './file-npdb-report.command.js';

@CommandHandler(FileNpdbReport)
export class FileNpdbReportHandler implements ICommandHandler<FileNpdbReport> {
  constructor(
    private readonly streams: Streams,
    private readonly members: Members,
    private readonly clock: Clock,
  ) {}

  async execute({ id, data, envelope }: FileNpdbReport): Promise<Receipt> {
    const acted = await actedAt(this.members, this.clock, envelope);
    const command = { type: 'FileNpdbReport', data: { ...data, ...acted } } as const;
    return this.streams.decide(resolutionCaseDecider, id, command, envelope);
  }
}
